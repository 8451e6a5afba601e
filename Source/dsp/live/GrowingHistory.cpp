// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/GrowingHistory.h"

#include "units/Precondition.h"

#include <algorithm>

namespace dsp
{

namespace
{

/** A transform is spread, one step in a call, where both ways together leave half of the period for
    multiplying. */
std::size_t callsFor (std::size_t numSteps, std::size_t period)
{
    return 4 * numSteps <= period ? numSteps : 1;
}

} // namespace

GrowingHistory::GrowingHistory (std::size_t numInputs,
                                std::size_t blockSize,
                                std::size_t maximumTaps,
                                InstructionSet instructions)
    : block (blockSize),
      partitions (planPartitions (blockSize, maximumTaps)),
      recent (numInputs, 2 * partitions.back().size),
      firstCall (partitions.back().endTap() / blockSize * 2),
      calls (firstCall)
{
    for (const auto& partition : partitions)
        addLevel (partition, instructions);
}

/** Half a period of the level before is the farthest from its first and last slots, which are the busy
    ones, and stays so in each further level. */
void GrowingHistory::addLevel (const PartitionLevel& partition, InstructionSet instructions)
{
    Level level {};
    level.ffts.push_back (std::make_unique<StereoFft> (
        2 * partition.size, instructions, nullptr, StereoFft::Use { partition.size, 1 }));

    while (level.ffts.size() < numPairs())
        level.ffts.push_back (level.ffts.front()->another());

    level.period = partition.size / block;
    level.callsOfTransform = callsFor (level.ffts.front()->numSteps(), level.period);
    level.offset = levels.empty() ? 0 : levels.back().offset + levels.back().period / 2;

    // A switch needs results of blocks so old that they are still to be heard: KernelVoice. The number is
    // odd, so that one block's groups never compete for one set of the cache.
    level.numRingSlots = (partition.count + partition.firstTap / partition.size + 1) | 1u;
    level.numSilent = level.numRingSlots;
    level.spectra.resize (numPairs() * floatsPerPair (level));
    levels.push_back (std::move (level));
}

void GrowingHistory::push (ConstAudioBlock in) noexcept REALTIME
{
    PRECONDITION (in.numChannels() == numInputs() && in.numFrames() == block);

    recent.push (in);
    ++calls;

    for (std::size_t number = 0; number < levels.size(); ++number)
    {
        auto& level = levels[number];
        const auto step = slot (number);

        if (step == 0)
            begin (partitions[number], level);

        if (level.numSilent > 0 || step >= level.callsOfTransform)
            continue;

        if (level.callsOfTransform == 1)
            transform (level, 0, level.ffts.front()->numSteps());
        else
            transform (level, step, step + 1);
    }
}

/** The newest block is either silent, or to be transformed from now on. */
void GrowingHistory::begin (const PartitionLevel& partition, Level& level) noexcept REALTIME
{
    const auto isSilent = recent.silentFrames() >= 2 * partition.size;

    if (isSilent && level.numSilent == level.numRingSlots)
        return;

    level.newest = level.newest == 0 ? level.numRingSlots - 1 : level.newest - 1;

    if (isSilent)
        writeSilence (level);
    else
        level.numSilent = 0;
}

void GrowingHistory::transform (Level& level,
                                std::size_t firstStep,
                                std::size_t endStep) noexcept REALTIME
{
    const auto size = level.ffts.front()->size();

    for (std::size_t pair = 0; pair < numPairs(); ++pair)
    {
        const StereoFftSignals<const float> samples { { recent.last (size, 2 * pair),
                                                        recent.last (size, 2 * pair + 1) } };
        const StereoFftSpectrum<float> spectrum { level.spectra.data()
                                                      + pair * floatsPerPair (level)
                                                      + level.newest * floatsPerStereoGroup,
                                                  level.numRingSlots * floatsPerStereoGroup };

        for (auto step = firstStep; step < endStep; ++step)
            level.ffts[pair]->forwardStep (step, samples, spectrum);
    }
}

void GrowingHistory::writeSilence (Level& level) noexcept REALTIME
{
    ++level.numSilent;
    auto* group = level.spectra.data() + level.newest * floatsPerStereoGroup;

    for (std::size_t g = 0; g < numPairs() * level.ffts.front()->numGroups(); ++g)
    {
        std::fill_n (group, floatsPerStereoGroup, 0.0f);
        group += level.numRingSlots * floatsPerStereoGroup;
    }
}

void GrowingHistory::reset() noexcept REALTIME
{
    recent.reset();
    calls = firstCall;

    for (auto& level : levels)
    {
        std::fill (level.spectra.begin(), level.spectra.end(), 0.0f);
        level.newest = 0;
        level.numSilent = level.numRingSlots;
    }
}

std::size_t GrowingHistory::period (std::size_t level) const noexcept REALTIME
{
    return levels[level].period;
}

std::size_t GrowingHistory::slot (std::size_t level) const noexcept REALTIME
{
    return (calls + levels[level].offset) & (levels[level].period - 1);
}

bool GrowingHistory::isSecond (std::size_t level, std::size_t begin) const noexcept REALTIME
{
    return ((begin + levels[level].offset) & levels[level].period) != 0;
}

bool GrowingHistory::isSilent (std::size_t level) const noexcept REALTIME
{
    return levels[level].numSilent == levels[level].numRingSlots;
}

const float* GrowingHistory::spectra (std::size_t level,
                                      std::size_t pairOfInputs) const noexcept REALTIME
{
    return levels[level].spectra.data() + pairOfInputs * floatsPerPair (levels[level]);
}

std::size_t GrowingHistory::numRingSlots (std::size_t level) const noexcept REALTIME
{
    return levels[level].numRingSlots;
}

std::size_t GrowingHistory::ringSlot (std::size_t level, std::size_t age) const noexcept REALTIME
{
    PRECONDITION (age < levels[level].numRingSlots);
    const auto slot = levels[level].newest + age;
    return slot < levels[level].numRingSlots ? slot : slot - levels[level].numRingSlots;
}

std::size_t GrowingHistory::callsOfTransform (std::size_t level) const noexcept REALTIME
{
    return levels[level].callsOfTransform;
}

/** Where a transform is spread, multiplying waits for its last step's call to be over, as it would with
    one that is not. */
std::size_t GrowingHistory::firstProduct (std::size_t level) const noexcept REALTIME
{
    return levels[level].callsOfTransform;
}

const StereoFft& GrowingHistory::fft (std::size_t level) const noexcept REALTIME
{
    return *levels[level].ffts.front();
}

std::size_t GrowingHistory::floatsPerPair (const Level& level) noexcept REALTIME
{
    return level.ffts.front()->numGroups() * level.numRingSlots * floatsPerStereoGroup;
}

} // namespace dsp
