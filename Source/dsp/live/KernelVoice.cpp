// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/live/KernelVoice.h"

#include "dsp/BlockOperations.h"
#include "units/Precondition.h"

#include <algorithm>
#include <functional>

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

/** Calls what is to be done with each pair of outputs that a level gives something to. */
template <typename Act>
void forEachPairOfOutputs (const std::vector<GrowingKernel::Term>& terms, Act&& act)
{
    for (std::size_t t = 0; t < terms.size(); ++t)
        if (t == 0 || terms[t].pairOfOutputs != terms[t - 1].pairOfOutputs)
            act (terms[t].pairOfOutputs);
}

} // namespace

KernelVoice::KernelVoice (const GrowingHistory& history,
                          std::size_t numOutputs,
                          InstructionSet instructionSet)
    : instructions (instructionSet)
{
    const auto evenOutputs = numOutputs + numOutputs % 2;
    const auto largest = history.plan().back().size;
    std::size_t mostMissing = 0;

    for (const auto& level : history.plan())
    {
        levels.push_back ({ AlignedBuffer<float> (evenOutputs * 2 * level.size),
                            { evenOutputs, level.firstTap + history.blockSize() } });
        mostMissing += level.firstTap / level.size + 2;
    }

    sumsOfMissing.resize (evenOutputs * 2 * largest);
    back[0].resize (2 * largest);
    back[1].resize (2 * largest);
    missing.reserve (mostMissing);
}

void KernelVoice::start (const GrowingKernel& next, const GrowingHistory& history) noexcept REALTIME
{
    PRECONDITION (next.plan() == history.plan() && next.numInputs() == history.numInputs());

    kernel = &next;
    startedAt = history.now();
    findMissing (history);
}

/** The largest blocks come last, and so are the first to be worked on: small ones are over soon. */
void KernelVoice::findMissing (const GrowingHistory& history) noexcept REALTIME
{
    missing.clear();
    groupsDone = 0;

    for (std::size_t level = 1; level < levels.size(); ++level)
    {
        if (kernel->terms (level).empty())
            continue;

        const auto slot = history.slot (level);
        auto begin = startedAt - (slot == 0 ? history.period (level) : slot);

        for (; ! isOver ({ level, begin }, history); begin -= history.period (level))
            missing.push_back ({ level, begin });
    }
}

/** A block that came complete with call number `begin` is heard up to frame begin · blockSize + firstTap. */
bool KernelVoice::isOver (const Missing& block,
                          const GrowingHistory& history) const noexcept REALTIME
{
    const auto delay = history.plan()[block.level].firstTap / history.blockSize();
    return block.begin + delay < history.now();
}

void KernelVoice::work (GrowingHistory& history) noexcept REALTIME
{
    if (kernel == nullptr)
        return;

    for (std::size_t level = 1; level < levels.size(); ++level)
        if (! kernel->terms (level).empty())
            workOn (level, history);

    makeUp (history);
}

void KernelVoice::workOn (std::size_t level, GrowingHistory& history) noexcept REALTIME
{
    const auto slot = history.slot (level);
    const auto lastSlot = history.period (level) - 1;
    const Missing block { level, history.now() - slot };

    if (slot == 0 || block.begin < startedAt)
        return;

    if (history.isSilent (level))
    {
        if (slot == lastSlot)
            finishSilent (block, history);

        return;
    }

    auto* const sums = levels[level].sums.data();
    const auto numGroups = history.fft (level).numGroups();
    addProducts (level,
                 history,
                 0,
                 { numGroups * (slot - 1) / lastSlot, numGroups * slot / lastSlot },
                 sums);

    if (slot == lastSlot)
        finish (block, sums, history);
}

void KernelVoice::makeUp (GrowingHistory& history) noexcept REALTIME
{
    auto effort = bearablePerFrame * history.blockSize();

    while (effort > 0 && ! missing.empty())
        effort -= std::min (effort, makeUp (missing.back(), effort, history));
}

/** Goes on with one block as far as the effort allows. @returns the effort that it took */
std::size_t KernelVoice::makeUp (const Missing& block,
                                 std::size_t effort,
                                 GrowingHistory& history) noexcept REALTIME
{
    const auto numGroups = history.fft (block.level).numGroups();
    std::size_t spent = 1;

    if (history.isSilent (block.level))
    {
        finishSilent (block, history);
    }
    else if (! isOver (block, history))
    {
        const auto perGroup = effortPerGroup (*kernel, block.level);
        const auto affordable = std::max<std::size_t> (1, effort / perGroup);
        const auto end = std::min (numGroups, groupsDone + affordable);
        const auto newest = history.now() - history.slot (block.level);
        const auto age = (newest - block.begin) / history.period (block.level);
        addProducts (block.level, history, age, { groupsDone, end }, sumsOfMissing.data());
        spent = (end - groupsDone) * perGroup;
        groupsDone = end;

        if (end < numGroups)
            return spent;

        finish (block, sumsOfMissing.data(), history);
        spent += numGroups * effortOfInverse;
    }

    missing.pop_back();
    groupsDone = 0;
    return spent;
}

void KernelVoice::addProducts (std::size_t level,
                               const GrowingHistory& history,
                               std::size_t age,
                               Groups groups,
                               float* sums) const noexcept REALTIME
{
    const auto floatsPerPair = 4 * history.plan()[level].size;
    const GrowingKernel::Term* before = nullptr;

    for (const auto& term : kernel->terms (level))
    {
        const auto isFirst = before == nullptr || before->pairOfOutputs != term.pairOfOutputs;
        const StereoProduct product { history.spectra (level, term.pairOfInputs),
                                      term.spectra.data(),
                                      sums + term.pairOfOutputs * floatsPerPair,
                                      groups.first,
                                      groups.end,
                                      term.numPartitions,
                                      history.numRingSlots (level),
                                      history.ringSlot (level, age),
                                      isFirst ? StereoProduct::Into::nothing
                                              : StereoProduct::Into::sums };
        stereoProductFor (term.paths, instructions) (product);
        before = &term;
    }
}

/** Overlap-save: of the two blocks that come back, the first is polluted by wrapping around. */
void KernelVoice::finish (const Missing& block,
                          const float* sums,
                          GrowingHistory& history) noexcept REALTIME
{
    const auto& partition = history.plan()[block.level];
    const auto first = block.begin * history.blockSize() + partition.firstTap - partition.size;
    const auto heard = (history.now() - 1) * history.blockSize();

    forEachPairOfOutputs (kernel->terms (block.level), [&] (std::size_t pair) {
        history.fft (block.level)
            .inverse (sums + pair * 4 * partition.size,
                      floatsPerStereoGroup,
                      back[0].data(),
                      back[1].data());

        for (std::size_t o = 0; o < 2; ++o)
            levels[block.level].results.write (
                2 * pair + o, back[o].data() + partition.size, first, partition.size, heard);
    });
}

void KernelVoice::finishSilent (const Missing& block,
                                const GrowingHistory& history) noexcept REALTIME
{
    const auto& partition = history.plan()[block.level];
    const auto first = block.begin * history.blockSize() + partition.firstTap - partition.size;
    const auto heard = (history.now() - 1) * history.blockSize();

    forEachPairOfOutputs (kernel->terms (block.level), [&] (std::size_t pair) {
        for (std::size_t o = 0; o < 2; ++o)
            levels[block.level].results.write (2 * pair + o, nullptr, first, partition.size, heard);
    });
}

void KernelVoice::render (GrowingHistory& history, AudioBlock out) noexcept REALTIME
{
    clear (out);

    if (kernel == nullptr)
        return;

    PRECONDITION (out.numChannels() == kernel->numOutputs());
    PRECONDITION (out.numFrames() == history.blockSize());

    renderFirstLevel (history, out);
    const auto frame = (history.now() - 1) * history.blockSize();

    for (std::size_t level = 1; level < levels.size(); ++level)
        forEachPairOfOutputs (kernel->terms (level), [&] (std::size_t pair) {
            for (auto o = 2 * pair; o < std::min (2 * pair + 2, out.numChannels()); ++o)
            {
                const auto to = out.channel (o);
                const auto* const from = levels[level].results.read (o, frame);
                std::transform (to.begin(), to.end(), from, to.begin(), std::plus<> {});
            }
        });
}

void KernelVoice::renderFirstLevel (GrowingHistory& history, AudioBlock out) noexcept REALTIME
{
    if (history.isSilent (0))
        return;

    auto* const sums = levels[0].sums.data();
    const auto block = history.blockSize();
    addProducts (0, history, 0, { 0, history.fft (0).numGroups() }, sums);

    forEachPairOfOutputs (kernel->terms (0), [&] (std::size_t pair) {
        history.fft (0).inverse (
            sums + pair * 4 * block, floatsPerStereoGroup, back[0].data(), back[1].data());

        for (auto o = 2 * pair; o < std::min (2 * pair + 2, out.numChannels()); ++o)
            std::copy_n (back[o % 2].data() + block, block, out.channel (o).begin());
    });
}

} // namespace dsp
