// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/GrowingHistory.h"

#include "units/Precondition.h"

#include <algorithm>

namespace dsp
{

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
    level.fft = std::make_unique<StereoFft> (2 * partition.size, instructions);
    level.period = partition.size / block;
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

    for (std::size_t level = 0; level < levels.size(); ++level)
        if (slot (level) == 0)
            transform (partitions[level], levels[level]);
}

void GrowingHistory::transform (const PartitionLevel& partition, Level& level) noexcept REALTIME
{
    const auto isSilent = recent.silentFrames() >= 2 * partition.size;

    if (isSilent && level.numSilent == level.numRingSlots)
        return;

    level.newest = level.newest == 0 ? level.numRingSlots - 1 : level.newest - 1;

    if (isSilent)
        writeSilence (level);
    else
        writeSpectra (level);
}

void GrowingHistory::writeSpectra (Level& level) noexcept REALTIME
{
    const auto size = level.fft->size();
    level.numSilent = 0;

    for (std::size_t pair = 0; pair < numPairs(); ++pair)
        level.fft->forward (recent.last (size, 2 * pair),
                            recent.last (size, 2 * pair + 1),
                            level.spectra.data() + pair * floatsPerPair (level)
                                + level.newest * floatsPerStereoGroup,
                            level.numRingSlots * floatsPerStereoGroup);
}

void GrowingHistory::writeSilence (Level& level) noexcept REALTIME
{
    ++level.numSilent;
    auto* group = level.spectra.data() + level.newest * floatsPerStereoGroup;

    for (std::size_t g = 0; g < numPairs() * level.fft->numGroups(); ++g)
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
    return (calls + levels[level].offset) % levels[level].period;
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
    return (levels[level].newest + age) % levels[level].numRingSlots;
}

StereoFft& GrowingHistory::fft (std::size_t level) noexcept REALTIME { return *levels[level].fft; }

std::size_t GrowingHistory::floatsPerPair (const Level& level) const noexcept REALTIME
{
    return level.fft->numGroups() * level.numRingSlots * floatsPerStereoGroup;
}

} // namespace dsp
