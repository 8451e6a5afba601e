// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SlidingLoudness.h"

#include "hearing/KWeighting.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

// BS.1770: loudness of a mean square, and the weight of the surround channels.
constexpr double offsetLufs = -0.691;
constexpr double surroundWeight = 1.41;

// A hop quieter than this (−300 dB) is silence: the filters forget, so that their tails never reach
// numbers too small for the processor to be fast with.
constexpr double silence = 1e-30;

std::optional<units::Lufs> loudnessOf (double meanSquare)
{
    if (meanSquare <= silence)
        return std::nullopt;

    return units::Lufs { offsetLufs + 10.0 * std::log10 (meanSquare) };
}

} // namespace

SlidingLoudness::SlidingLoudness (std::size_t numChannels, units::SampleRate at)
    : rate (at),
      channels (numChannels)
{
    const auto weighting = kWeighting (rate);

    for (std::size_t c = 0; c < numChannels; ++c)
        channels[c] = { dsp::BiquadFilter { weighting.shelf },
                        dsp::BiquadFilter { weighting.highPass },
                        numChannels == 5 && c >= 3 ? surroundWeight : 1.0 };
}

void SlidingLoudness::process (dsp::ConstAudioBlock block)
{
    for (std::size_t done = 0; done < block.numFrames();)
    {
        const auto missing = static_cast<std::size_t> (endOfHop() - framesSoFar);
        const std::size_t now = std::min (missing, block.numFrames() - done);
        add (block.slice (done, now));
        done += now;

        if (now == missing)
            finishHop();
    }
}

std::uint64_t SlidingLoudness::endOfHop() const
{
    return (numHops + 1) * static_cast<std::uint64_t> (rate.hertz) / hopsPerSecond;
}

void SlidingLoudness::add (dsp::ConstAudioBlock block)
{
    for (std::size_t c = 0; c < channels.size(); ++c)
    {
        auto channel = channels[c]; // a copy, so that the filters' state stays in registers
        double energy = 0.0;

        for (const float sample : block.channel (c))
        {
            const double in = std::isfinite (sample) ? sample : 0.0;
            const double weighted = channel.highPass.process (channel.shelf.process (in));
            energy += weighted * weighted;
        }

        hopEnergy += channel.weight * energy;
        channels[c] = channel;
    }

    framesSoFar += block.numFrames();
}

void SlidingLoudness::finishHop()
{
    hops[numHops % shortTermHops] = hopEnergy;
    ++numHops;

    if (hopEnergy < silence)
        for (auto& channel : channels)
        {
            channel.shelf.reset();
            channel.highPass.reset();
        }

    hopEnergy = 0.0;
    loudestMomentary = std::max (loudestMomentary, meanOf (momentaryHops));
    loudestShortTerm = std::max (loudestShortTerm, meanOf (shortTermHops));
}

/** Mean square of the last hops; what lies before the beginning is silence. */
double SlidingLoudness::meanOf (std::size_t count) const
{
    double energy = 0.0;

    for (std::uint64_t hop = numHops - std::min<std::uint64_t> (numHops, count); hop < numHops;
         ++hop)
        energy += hops[hop % shortTermHops];

    return energy * hopsPerSecond / (static_cast<double> (count) * rate.hertz);
}

std::optional<units::Lufs> SlidingLoudness::maxMomentary() const
{
    return loudnessOf (loudestMomentary);
}

std::optional<units::Lufs> SlidingLoudness::maxShortTerm() const
{
    return loudnessOf (loudestShortTerm);
}

} // namespace hearing
