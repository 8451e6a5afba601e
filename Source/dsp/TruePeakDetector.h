// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TruePeakInterpolation.h"
#include "units/Realtime.h"

#include <array>
#include <span>

namespace dsp
{

/** How high one channel's waveform rises between its samples: eightfold oversampling.

    ITU-R BS.1770-5 annex 2 asks for at least fourfold, which under-reads by up to 0.7 dB near Nyquist;
    eightfold leaves 0.17 dB there (cos (π / 16)), and less than 0.04 dB below a quarter of the rate.
*/
class TruePeakDetector
{
public:
    static constexpr std::size_t longestBlock = mostTruePeakFrames;

    /** Peaks belong to samples that are so many frames old. */
    static constexpr std::size_t delayFrames = TruePeakTaps::perPhase / 2;

    explicit TruePeakDetector (TruePeakLoops innermost = truePeakLoops()) : loops (innermost) {}

    /** Raises peaks[n] to the highest magnitude from the delayed sample n up to the next. Where the
        waveform cannot rise above `threshold`, it may be left alone. At most longestBlock finite
        samples. */
    void raise (std::span<float> peaks,
                std::span<const float> samples,
                float threshold) noexcept REALTIME;

    /** The highest of these peaks, or `threshold` where none rises above it. Any number of finite samples. */
    float highest (std::span<const float> samples, float threshold) noexcept REALTIME;

    void reset() noexcept REALTIME { recent.fill (0.0f); }

private:
    using Peaks = std::array<float, longestBlock>;

    std::span<const float> append (std::span<const float> samples) noexcept REALTIME;
    void remember (std::span<const float> samples) noexcept REALTIME;

    TruePeakTaps taps;
    TruePeakLoops loops;
    std::array<float, TruePeakTaps::perPhase + longestBlock> recent {};
};

} // namespace dsp
