// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/Biquad.h"
#include "units/Loudness.h"
#include "units/SampleRate.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hearing
{

/** The greatest momentary (400 ms) and short-term (3 s) loudness of a stream, looked at every 10 ms:
    a burst as long as the window is never missed by more than 0.06 LU (EBU Tech 3341).
*/
class SlidingLoudness
{
public:
    /** Five channels are L R C Ls Rs with the weights of BS.1770, else all weigh the same. */
    SlidingLoudness (std::size_t numChannels, units::SampleRate rate);

    void process (dsp::ConstAudioBlock block);

    std::optional<units::Lufs> maxMomentary() const;
    std::optional<units::Lufs> maxShortTerm() const;

private:
    static constexpr std::size_t hopsPerSecond = 100;
    static constexpr std::size_t momentaryHops = 40;
    static constexpr std::size_t shortTermHops = 300;

    struct Channel
    {
        dsp::BiquadFilter shelf;
        dsp::BiquadFilter highPass;
        double weight = 1.0;
    };

    std::uint64_t endOfHop() const;
    void add (dsp::ConstAudioBlock block);
    void finishHop();
    double meanOf (std::size_t numHops) const;

    units::SampleRate rate;
    std::vector<Channel> channels;
    std::array<double, shortTermHops> hops {}; ///< energies of the last 3 s, as a ring
    std::uint64_t numHops = 0;
    std::uint64_t framesSoFar = 0;
    double hopEnergy = 0.0;
    double loudestMomentary = 0.0;
    double loudestShortTerm = 0.0;
};

} // namespace hearing
