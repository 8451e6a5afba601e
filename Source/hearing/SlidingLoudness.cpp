// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SlidingLoudness.h"

#include "hearing/MeanSquareLoudness.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

/** Two channels in one register. */
using Lanes [[gnu::vector_size (2 * sizeof (double))]] = double;

Lanes lanesOf (const std::array<double, 2>& numbers) { return Lanes { numbers[0], numbers[1] }; }

std::array<double, 2> numbersOf (Lanes lanes) { return { lanes[0], lanes[1] }; }

} // namespace

SlidingLoudness::SlidingLoudness (std::size_t numChannels, units::SampleRate at)
    : rate (at),
      weighting (kWeighting (at))
{
    for (std::size_t c = 0; c < numChannels; c += 2)
    {
        const bool hasSecond = c + 1 < numChannels;
        pairs.push_back ({ { c, hasSecond ? c + 1 : c },
                           { channelWeight (c, numChannels),
                             hasSecond ? channelWeight (c + 1, numChannels) : 0.0 } });
    }
}

std::uint64_t SlidingLoudness::endOfHop() const
{
    return (numHops + 1) * static_cast<std::uint64_t> (rate.hertz) / hopsPerSecond;
}

void SlidingLoudness::add (dsp::ConstAudioBlock block)
{
    for (auto& pair : pairs)
        filter (pair, block);

    framesSoFar += block.numFrames();
}

/** dsp::BiquadFilter twice over, for two channels at once: each waits for its own last output, so two
    take no longer than one. */
void SlidingLoudness::filter (ChannelPair& pair, dsp::ConstAudioBlock block) const
{
    const auto first = block.channel (pair.channel[0]);
    const auto second = block.channel (pair.channel[1]);
    const auto shelf = weighting.shelf;
    const auto highPass = weighting.highPass;
    auto s1 = lanesOf (pair.filters[0]);
    auto s2 = lanesOf (pair.filters[1]);
    auto h1 = lanesOf (pair.filters[2]);
    auto h2 = lanesOf (pair.filters[3]);
    auto energy = lanesOf (pair.energy);

    for (std::size_t n = 0; n < first.size(); ++n)
    {
        const Lanes in { static_cast<double> (first[n]), static_cast<double> (second[n]) };
        const Lanes shelved = shelf.b0 * in + s1;
        s1 = shelf.b1 * in - shelf.a1 * shelved + s2;
        s2 = shelf.b2 * in - shelf.a2 * shelved;

        const Lanes weighted = highPass.b0 * shelved + h1;
        h1 = highPass.b1 * shelved - highPass.a1 * weighted + h2;
        h2 = highPass.b2 * shelved - highPass.a2 * weighted;
        energy += weighted * weighted;
    }

    pair.filters = { numbersOf (s1), numbersOf (s2), numbersOf (h1), numbersOf (h2) };
    pair.energy = numbersOf (energy);
}

void SlidingLoudness::finishHop()
{
    double energy = 0.0;

    for (auto& pair : pairs)
    {
        energy += pair.weight[0] * pair.energy[0] + pair.weight[1] * pair.energy[1];
        pair.energy = {};
    }

    // The filters forget, so that their tails never reach numbers too small for the processor to be
    // fast with.
    if (energy < silentMeanSquare)
        for (auto& pair : pairs)
            pair.filters = {};

    hops[numHops % shortTermHops] = energy;
    ++numHops;

    if (numHops >= momentaryHops)
        loudestMomentary = std::max (loudestMomentary, meanOf (momentaryHops));

    if (hasFullShortTerm())
        loudestShortTerm = std::max (loudestShortTerm, meanOf (shortTermHops));
}

/** Mean square of the last hops. */
double SlidingLoudness::meanOf (std::size_t count) const
{
    double energy = 0.0;

    for (std::uint64_t hop = numHops - std::min<std::uint64_t> (numHops, count); hop < numHops;
         ++hop)
        energy += hops[hop % shortTermHops];

    return energy * hopsPerSecond / (static_cast<double> (count) * rate.hertz);
}

double SlidingLoudness::momentaryMeanSquare() const { return meanOf (momentaryHops); }

units::Lufs SlidingLoudness::momentary() const { return loudnessOf (momentaryMeanSquare()); }

units::Lufs SlidingLoudness::shortTerm() const { return loudnessOf (meanOf (shortTermHops)); }

units::Lufs SlidingLoudness::maxMomentary() const { return loudnessOf (loudestMomentary); }

units::Lufs SlidingLoudness::maxShortTerm() const { return loudnessOf (loudestShortTerm); }

} // namespace hearing
