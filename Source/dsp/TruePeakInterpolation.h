// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace dsp
{

/** An interpolator's taps for seven points between two samples, an eighth apart: windowed sincs.

    The point p eighths after a sample mirrors the one p eighths before the next. So both are
    sum ± difference of two filters that run on x[n − k] + x[n − 31 + k] and x[n − k] − x[n − 31 + k],
    and the higher of both magnitudes is |even| + |odd|: half the multiplications.
*/
struct TruePeakTaps
{
    static constexpr std::size_t perPhase = 32; ///< samples that make one point
    static constexpr std::size_t numPairs = perPhase / 2;

    /** What two samples, x[n − k] and x[n − 31 + k], give to the points between. */
    struct Pair
    {
        float middle;  ///< of the even part, for the point half way
        float even[3]; ///< for the points 1, 2 and 3 eighths from either sample
        float odd[3];
    };

    TruePeakTaps();

    Pair pairs[numPairs];
    double mostGain; ///< the highest point that samples of magnitude 1 can make
};

/** The innermost loop of the true-peak detector: for each of the frames, the highest magnitude from
    the sample 16 before it up to the next.

    @param newest   readable from newest[−31], and to the end of the last whole vector of frames
    @param highest  written to the end of the last whole vector: room for a multiple of 8 frames
*/
using HighestBetween = void (*) (const TruePeakTaps& taps,
                                 const float* newest,
                                 std::size_t numFrames,
                                 float* highest) noexcept;

/** The same loop, compiled for any machine of this architecture. */
HighestBetween portableHighestBetween();

/** The same loop, compiled for the best vectors that this very machine has. */
HighestBetween fastestHighestBetween();

} // namespace dsp
