// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/FourLoudnessMeters.h"

#include "hearing/MeanSquareLoudness.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hearing
{
namespace
{

// All eight channels together stay in the first cache.
constexpr std::size_t chunkFrames = 512;

} // namespace

FourLoudnessMeters::FourLoudnessMeters (std::span<const std::size_t> numChannels,
                                        units::SampleRate at)
    : rate (at),
      lanes (kWeightedLanes (at)),
      addKWeighted (kWeightingLoop()),
      clean (KWeightedLanes::numLanes, chunkFrames)
{
    PRECONDITION (numChannels.size() <= most);

    for (std::size_t p = 0; p < numChannels.size(); ++p)
    {
        PRECONDITION (numChannels[p] == 1 || numChannels[p] == 2);
        programmes.push_back ({ numChannels[p], 2 * p, dsp::TruePeakMeter { numChannels[p] } });
    }
}

std::uint64_t FourLoudnessMeters::endOfStep() const
{
    return (numSteps + 1) * static_cast<std::uint64_t> (rate.hertz) / stepsPerSecond;
}

void FourLoudnessMeters::process (std::span<const dsp::ConstAudioBlock> blocks)
{
    PRECONDITION (blocks.size() == programmes.size());
    std::size_t longest = 0;

    for (const auto& block : blocks)
        longest = std::max (longest, block.numFrames());

    for (std::size_t start = 0; start < longest;)
    {
        const auto missing = static_cast<std::size_t> (endOfStep() - framesSoFar);
        const auto count = std::min ({ missing, chunkFrames, longest - start });
        processChunk (blocks, start, count);
        start += count;

        if (count == missing)
            finishStep();
    }
}

void FourLoudnessMeters::processChunk (std::span<const dsp::ConstAudioBlock> blocks,
                                       std::size_t start,
                                       std::size_t count)
{
    std::array<const float*, KWeightedLanes::numLanes> channels {};

    for (std::size_t p = 0; p < programmes.size(); ++p)
    {
        const auto first = std::min (start, blocks[p].numFrames());
        take (programmes[p],
              blocks[p].slice (first, std::min (count, blocks[p].numFrames() - first)),
              count);
    }

    for (std::size_t c = 0; c < channels.size(); ++c)
        channels[c] = clean.channel (c).data();

    addKWeighted (lanes, channels.data(), count);
    framesSoFar += count;
}

/** Copies what is finite; where the programme has ended there is silence. */
void FourLoudnessMeters::take (Programme& programme, dsp::ConstAudioBlock block, std::size_t count)
{
    const auto isFinite = [] (float sample) { return std::isfinite (sample) ? sample : 0.0f; };
    std::array<const float*, 2> channels {};

    for (std::size_t c = 0; c < programme.numChannels; ++c)
    {
        const auto to = clean.channel (programme.firstChannel + c).first (count);
        const auto rest = std::ranges::transform (block.channel (c), to.begin(), isFinite).out;
        std::fill (rest, to.end(), 0.0f);
        channels[c] = to.data();
    }

    programme.peaks.process ({ channels.data(), programme.numChannels, block.numFrames() });
    programme.numFrames += block.numFrames();
}

void FourLoudnessMeters::finishStep()
{
    for (auto& programme : programmes)
        finishStep (programme);

    // In silence the filters forget, so that their tails never reach numbers too small for the processor to
    // be fast with.
    if (std::reduce (std::begin (lanes.energies), std::end (lanes.energies)) < silentMeanSquare)
        for (auto& state : lanes.states)
            std::ranges::fill (state, 0.0);

    std::ranges::fill (lanes.energies, 0.0);
    ++numSteps;
}

void FourLoudnessMeters::finishStep (Programme& programme)
{
    const auto* const energies = lanes.energies + programme.firstChannel;
    programme.steps[numSteps % stepsPerBlock] = energies[0]
                                                + (programme.numChannels == 2 ? energies[1] : 0.0);

    // A block that the programme does not fill does not count.
    if (numSteps + 1 < stepsPerBlock || programme.numFrames < endOfStep())
        return;

    const double energy = std::reduce (programme.steps.begin(), programme.steps.end());
    const double frames = static_cast<double> (stepsPerBlock) * rate.hertz
                          / static_cast<double> (stepsPerSecond);
    programme.gated.add (energy / frames);
}

ProgrammeLoudness FourLoudnessMeters::result (std::size_t programme) const
{
    ProgrammeLoudness loudness;
    const auto integrated = programmes[programme].gated.integrated();

    if (std::isfinite (integrated.value))
        loudness.integrated = integrated;

    loudness.truePeakDbtp = programmes[programme].peaks.truePeak();
    return loudness;
}

} // namespace hearing
