// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InstructionSet.h"

#include <cstddef>
#include <span>

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

    // Bounds on any point, each for itself. The highest that samples of magnitude 1 can make:
    float mostGain;

    // And with a sharper eye for music, which bends less than it swings: as a filter, every point is
    // a mean of the two samples beside it plus a sum over the second differences
    // x[n + 1] − 2 x[n] + x[n − 1] of all. So it is at most sampleGain times the higher of the two and
    // bendGain times the largest second difference.
    float sampleGain;
    float bendGain;

    // The same with the bends nearest to a point each for itself: the outermost of them on either side, …,
    // those about the two samples beside it; and the largest of the others.
    static constexpr std::size_t numNear = 6;
    float nearBendGains[numNear];
    float farBendGain;

private:
    void addBends (std::span<const double, perPhase> bends);
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

/** What no point after any of these samples can rise above, quickly found.

    @param samples    the perPhase − 1 that came before, and then those in question
    @param threshold  a bound below it need not be made any sharper
*/
using HighestPossible = float (*) (const TruePeakTaps& taps,
                                   const float* samples,
                                   std::size_t numSamples,
                                   float threshold) noexcept;

/** The highest that HighestBetween finds where that is above `threshold`, otherwise no more than that. Looks
    closely only at those few frames that can rise above it, which it knows from the samples about them.

    @param samples  as above, up to mostTruePeakFrames after the first perPhase − 1, and readable to the end
                    of the last whole vector of frames */
using HighestAbove = float (*) (const TruePeakTaps& taps,
                                const float* samples,
                                std::size_t numSamples,
                                float threshold) noexcept;

constexpr std::size_t mostTruePeakFrames = 64;

struct TruePeakLoops
{
    HighestBetween highestBetween;
    HighestPossible highestPossible;
    HighestAbove highestAbove;
};

/** The loops, compiled for these instructions, which this very machine must have. */
TruePeakLoops truePeakLoops (InstructionSet instructions = bestInstructionSet());

} // namespace dsp
