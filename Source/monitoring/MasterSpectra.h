// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/NarrowBands.h"
#include "units/SampleRate.h"

#include <array>
#include <memory>
#include <vector>

namespace monitoring
{

/** Mean squares of left and right in a band or bin, and their cross-spectrum L · conj (R): all that is
    needed to know the power of any linear mix of the two. */
struct StereoPower
{
    float left = 0.0f;
    float right = 0.0f;
    float crossReal = 0.0f;
    float crossImaginary = 0.0f;

    bool operator== (const StereoPower&) const = default;
};

/** Powers in narrow bands. A channel whose RMS is full scale has a mean square of 1. */
using StereoBands = std::array<StereoPower, dsp::narrow_bands::count>;

/** What is kept of a master so that the spectrum and the loudness of any device's rendering follow
    without rendering. Small, however long the master: 4 MB at most.
*/
struct MasterSpectra
{
    units::SampleRate rate { 48000 };

    /** Moments of about 0.17 s, evenly taken from all of it: at most 2048. */
    std::vector<StereoBands> moments;

    /** The spectrum of the whole, as many bins apart as transformSize says, up to the end of the bands:
        where the tones of the music lie within the bands. In proportion only. */
    std::vector<StereoPower> bins;
    std::size_t transformSize = 0;

    bool operator== (const MasterSpectra&) const = default;
};

/** Takes a master's spectra as it goes by. Not for the audio thread. */
class MasterSpectrometer
{
public:
    static constexpr std::size_t mostMoments = 2048;

    explicit MasterSpectrometer (units::SampleRate rate);
    ~MasterSpectrometer();
    MasterSpectrometer (MasterSpectrometer&&) noexcept;
    MasterSpectrometer& operator= (MasterSpectrometer&&) noexcept;

    /** The next frames of both channels. Non-finite samples count as silence. */
    void process (dsp::ConstAudioBlock block);

    /** Of what came so far, as if silence followed; the end of the master: what comes next is a new
        one. */
    MasterSpectra finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace monitoring
