// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/TruePeakDetector.h"
#include "units/Decibels.h"

#include <optional>
#include <vector>

namespace dsp
{

/** The highest true peak of a stream, of all its channels (ITU-R BS.1770-5 annex 2, eightfold).

    Looks closely only where the waveform could rise above the highest peak so far; the result is the
    same as if it looked everywhere. Before and after the stream there is silence.
*/
class TruePeakMeter
{
public:
    explicit TruePeakMeter (std::size_t numChannels) : detectors (numChannels) {}

    /** Finite samples, any number of them. */
    void process (ConstAudioBlock block) noexcept REALTIME;

    /** In dBTP; nullopt when there was nothing but silence. */
    std::optional<units::Decibels> truePeak() const;

private:
    void add (std::size_t channel, std::span<const float> samples) noexcept REALTIME;

    std::vector<TruePeakDetector> detectors;
    float highest = 0.0f;
};

} // namespace dsp
