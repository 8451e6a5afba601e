// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "hearing/KWeighting.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace hearing
{

/** Momentary (400 ms) and short-term (3 s) loudness of a stream, looked at every 10 ms: a burst as
    long as the window is never missed by more than 0.06 LU (EBU Tech 3341).

    What lies before the beginning counts as silence. Silence is −∞.
*/
class SlidingLoudness
{
public:
    static constexpr std::size_t hopsPerSecond = 100;

    /** Five channels are L R C Ls Rs with the weights of BS.1770, else all weigh the same. */
    SlidingLoudness (std::size_t numChannels, units::SampleRate rate);

    /** Finite samples. Calls `afterHop()` whenever another 10 ms are complete. */
    template <typename AfterHop>
    void process (dsp::ConstAudioBlock block, AfterHop afterHop)
    {
        for (std::size_t done = 0; done < block.numFrames();)
        {
            const auto missing = static_cast<std::size_t> (endOfHop() - framesSoFar);
            const std::size_t now = std::min (missing, block.numFrames() - done);
            add (block.slice (done, now));
            done += now;

            if (now == missing)
            {
                finishHop();
                afterHop();
            }
        }
    }

    void process (dsp::ConstAudioBlock block)
    {
        process (block, [] {});
    }

    std::uint64_t hopsSoFar() const { return numHops; }

    /** Of the last 400 ms and 3 s. */
    units::Lufs momentary() const;
    units::Lufs shortTerm() const;

    /** Of the last 400 ms: a gating block, once they lie behind the beginning. */
    double momentaryMeanSquare() const;
    bool hasFullMomentary() const { return numHops >= momentaryHops; }

    /** Whether the last 3 s lie behind the beginning. */
    bool hasFullShortTerm() const { return numHops >= shortTermHops; }

    /** Of all windows that were full; −∞ when none was. */
    units::Lufs maxMomentary() const;
    units::Lufs maxShortTerm() const;

private:
    static constexpr std::size_t momentaryHops = 40;
    static constexpr std::size_t shortTermHops = 300;
    static constexpr std::size_t numStates = 4;

    using PairOfNumbers = std::array<double, 2>;

    /** Two channels, which are filtered side by side. */
    struct ChannelPair
    {
        std::array<std::size_t, 2> channel {};
        PairOfNumbers weight {};
        std::array<PairOfNumbers, numStates> filters {};
        PairOfNumbers energy {}; ///< of this hop so far
    };

    std::uint64_t endOfHop() const;
    void add (dsp::ConstAudioBlock block);
    void filter (ChannelPair& pair, dsp::ConstAudioBlock block) const;
    void finishHop();
    double meanOf (std::size_t numHops) const;

    units::SampleRate rate;
    KWeighting weighting;
    std::vector<ChannelPair> pairs;
    std::array<double, shortTermHops> hops {}; ///< energies of the last 3 s, as a ring
    std::uint64_t numHops = 0;
    std::uint64_t framesSoFar = 0;
    double loudestMomentary = 0.0;
    double loudestShortTerm = 0.0;
};

} // namespace hearing
