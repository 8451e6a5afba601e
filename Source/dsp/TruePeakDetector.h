// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
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
    static constexpr std::size_t oversampling = 8;
    static constexpr std::size_t tapsPerPhase = 32;
    static constexpr std::size_t longestBlock = 64;

    /** Peaks belong to samples that are so many frames old. */
    static constexpr std::size_t delayFrames = tapsPerPhase / 2;

    TruePeakDetector();

    /** Raises peaks[n] to the highest magnitude from the delayed sample n up to the next. Where the
        waveform cannot rise above `threshold`, it may be left alone. At most longestBlock samples. */
    void raise (std::span<float> peaks,
                std::span<const float> samples,
                float threshold) noexcept REALTIME;

    void reset() noexcept REALTIME;

private:
    float peakAt (const float* newest) const noexcept REALTIME;

    using Phases = std::array<float, oversampling>;

    AlignedBuffer<Phases> taps; ///< newest sample first
    float mostGain = 0.0f;      ///< of a full-scale signal's worst case
    std::array<float, tapsPerPhase + longestBlock> recent {};
};

} // namespace dsp
