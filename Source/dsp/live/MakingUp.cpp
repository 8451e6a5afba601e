// SPDX-License-Identifier: GPL-3.0-or-later
// How a voice that starts makes up for what it would have done by now.
#include "dsp/live/KernelVoice.h"

#include <algorithm>

namespace dsp
{
namespace
{

// Effort is counted in groups · partitions · paths, each of about 1.4 ns with warm caches (0111). To make up for
// the past may take 0.75 % of the time that a block lasts at 48 kHz, several times that when the kernel is in no
// cache yet. It is the same share at every rate, as blocks are longer where rates are higher.
constexpr std::size_t bearablePerFrame = 110;
constexpr std::size_t effortOfInverse = 24; ///< per group

std::size_t effortPerGroup (const GrowingKernel& kernel, std::size_t level)
{
    std::size_t effort = 0;

    for (const auto& term : kernel.terms (level))
        effort += term.numPartitions * term.paths.count();

    return effort;
}

} // namespace

/** The largest blocks come last, and so are the first to be worked on: small ones are over soon. A block
    whose products are not due yet is not missing. */
void KernelVoice::findMissing (const GrowingHistory& history) noexcept REALTIME
{
    missing.clear();
    groupsDone = stepsDone = 0;

    for (std::size_t level = 1; level < levels.size(); ++level)
    {
        if (kernel->terms (level).empty())
            continue;

        const auto slot = history.slot (level);
        auto begin = startedAt - slot;

        if (slot < history.firstProduct (level))
            begin -= history.period (level);

        for (; ! isOver ({ level, begin }, history); begin -= history.period (level))
            missing.push_back ({ level, begin });
    }
}

/** A block is heard up to frame begin · blockSize + firstTap. */
bool KernelVoice::isOver (const Block& block, const GrowingHistory& history) const noexcept REALTIME
{
    const auto delay = history.plan()[block.level].firstTap / history.blockSize();
    return block.begin + delay < history.now();
}

void KernelVoice::makeUp (const GrowingHistory& history) noexcept REALTIME
{
    auto effort = bearablePerFrame * history.blockSize();

    while (effort > 0 && ! missing.empty())
    {
        const auto block = missing.back();

        if (history.isSilent (block.level))
            writeSilence (block, history);
        else if (! isOver (block, history))
            effort -= std::min (effort, makeUp (block, effort, history));

        const auto isDone = stepsDone == history.fft (block.level).numSteps();

        if (isDone || history.isSilent (block.level) || isOver (block, history))
        {
            missing.pop_back();
            groupsDone = stepsDone = 0;
        }
    }
}

/** Goes on with one block, as far as the effort allows. @returns the effort that it took */
std::size_t KernelVoice::makeUp (const Block& block,
                                 std::size_t effort,
                                 const GrowingHistory& history) noexcept REALTIME
{
    auto& sums = levels[block.level].sumsOfMissing;
    const auto numGroups = history.fft (block.level).numGroups();

    if (groupsDone < numGroups)
    {
        const auto perGroup = effortPerGroup (*kernel, block.level);
        const auto affordable = std::max<std::size_t> (1, effort / perGroup);
        const Range groups { groupsDone, std::min (numGroups, groupsDone + affordable) };
        addProductsAlone (block, history, groups, sums);
        groupsDone = groups.end;
        return (groups.end - groups.first) * perGroup;
    }

    transformBack (block, history, { stepsDone, stepsDone + 1 }, sums);
    ++stepsDone;
    return numGroups * effortOfInverse / history.fft (block.level).numSteps();
}

} // namespace dsp
