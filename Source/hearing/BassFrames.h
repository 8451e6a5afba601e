// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InPortions.h"
#include "units/SampleRate.h"
#include "units/Seconds.h"

#include <complex>
#include <memory>
#include <optional>
#include <vector>

namespace hearing
{

/** The spectrum of one short frame, as far up as the bass's harmonics and what masks them reach.

    Scaled so that the power of the bin on which a sine stands is the sine's mean square. A band of
    noise has the mean square Σ power / noiseBins.
*/
struct BassSpectrum
{
    static constexpr double noiseBins = 1.5; ///< of the Hann window

    double binHz = 0.0;
    std::vector<std::vector<std::complex<double>>>
        channels;                 ///< channels × bins, phase at the middle
    std::vector<double> powers;   ///< per bin, mean of the channels, as of two ears
    double totalMeanSquare = 0.0; ///< over all frequencies, mean of the channels

    double frequencyOf (std::size_t bin) const { return binHz * static_cast<double> (bin); }
};

/** Cuts a stream into frames of 171 ms (Hann window), whose middles stand at 0, 128/3000 s, 2 · 128/3000 s …
    They are taken at 6 kHz, and so are the same at every sample rate. Before the beginning and after the end is silence.
    What is not finite counts as silence. Not for the audio thread.
*/
class BassFrames : public dsp::InPortions<BassFrames>
{
public:
    static constexpr units::Seconds hop { 128.0 / 3000.0 };

    BassFrames (std::size_t numChannels, units::SampleRate rate);
    ~BassFrames();
    BassFrames (BassFrames&&) noexcept;
    BassFrames& operator= (BassFrames&&) noexcept;

    /** These frames, by number, are not transformed: they come as spectra without bins. Before the first
        block. */
    void leaveOut (std::vector<bool> which);

private:
    friend class dsp::InPortions<BassFrames>;

    void append (dsp::ConstAudioBlock block);
    void appendSilence();
    std::optional<BassSpectrum> next();

    struct State;
    std::unique_ptr<State> state;
};

} // namespace hearing
