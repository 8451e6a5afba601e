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

/** Calls what is to be done with each pair of outputs that a level gives something to. */
template <typename Act>
void forEachPairOfOutputs (const std::vector<GrowingKernel::Term>& terms, Act&& act)
{
    for (std::size_t t = 0; t < terms.size(); ++t)
        if (t == 0 || terms[t].pairOfOutputs != terms[t - 1].pairOfOutputs)
            act (terms[t].pairOfOutputs);
}

} // namespace

KernelVoice::Sums::Sums (const StereoFft& fft, std::size_t numPairsOfOutputs)
    : spectra (numPairsOfOutputs * 2 * 2 * fft.size())
{
    for (std::size_t pair = 0; pair < numPairsOfOutputs; ++pair)
        ffts.push_back (fft.another());
}

KernelVoice::KernelVoice (const GrowingHistory& history,
                          std::size_t numOutputs,
                          InstructionSet instructionSet)
    : instructions (instructionSet)
{
    const auto numPairs = (numOutputs + 1) / 2;
    const auto& plan = history.plan();
    std::size_t mostMissing = 0;

    for (std::size_t level = 0; level < plan.size(); ++level)
    {
        const auto& fft = history.fft (level);
        levels.push_back ({ { fft, numPairs },
                            { fft, numPairs },
                            { 2 * numPairs, plan[level].firstTap + history.blockSize() } });
        mostMissing += plan[level].firstTap / plan[level].size + 2;
    }

    back[0].resize (2 * plan.back().size);
    back[1].resize (2 * plan.back().size);
    missing.reserve (mostMissing);
}

void KernelVoice::start (const GrowingKernel& next, const GrowingHistory& history) noexcept REALTIME
{
    PRECONDITION (next.plan() == history.plan() && next.numInputs() == history.numInputs());

    kernel = &next;
    startedAt = history.now();

    for (auto& level : levels)
        level.prepared = 0;

    findMissing (history);
}

void KernelVoice::work (const GrowingHistory& history) noexcept REALTIME
{
    if (kernel == nullptr)
        return;

    for (std::size_t level = 1; level < levels.size(); ++level)
        if (! kernel->terms (level).empty())
            workOn (level, history);

    makeUp (history);
}

/** A way back that is spread takes the last slots for itself; one that is not comes on top of the last
    products. */
void KernelVoice::workOn (std::size_t level, const GrowingHistory& history) noexcept REALTIME
{
    const auto slot = history.slot (level);
    const auto firstProduct = history.firstProduct (level);
    const Block block { level, history.now() - slot };

    if (slot < firstProduct || block.begin + firstProduct <= startedAt)
        return;

    const auto period = history.period (level);

    if (history.isSilent (level))
    {
        if (slot == period - 1)
            writeSilence (block, history);

        return;
    }

    auto& sums = levels[level].sums;
    const auto calls = history.callsOfTransform (level);
    const auto isSpread = calls > 1;
    const auto endProduct = isSpread ? period - calls : period;

    if (slot < endProduct)
    {
        const auto numGroups = history.fft (level).numGroups();
        const auto done = slot - firstProduct;
        const auto all = endProduct - firstProduct;
        addProducts (block, history, { numGroups * done / all, numGroups * (done + 1) / all });
    }

    if (isSpread && slot >= endProduct)
        transformBack (block, history, { slot - endProduct, slot - endProduct + 1 }, sums);
    else if (! isSpread && slot == period - 1)
        transformBack (block, history, { 0, history.fft (level).numSteps() }, sums);
}

/** Two blocks that follow each other share all spectra but the newest. With the first of them the second is
    multiplied by what there is, so that the kernel, which no near cache holds, is read once for both; what
    comes with the second's own spectrum is added in its time. */
void KernelVoice::addProducts (const Block& block,
                               const GrowingHistory& history,
                               Range groups) noexcept REALTIME
{
    auto& level = levels[block.level];

    if (! isSecond (block, history))
    {
        level.prepared = block.begin + history.period (block.level);
        addProducts (block, history, groups, Partitions::allAndThoseOfNext, level.sums);
    }
    else if (level.prepared == block.begin)
        addProducts (block, history, groups, Partitions::first, level.sums);
    else
        addProductsAlone (block, history, groups, level.sums);
}

/** With the same bits as together with the other of two. */
void KernelVoice::addProductsAlone (const Block& block,
                                    const GrowingHistory& history,
                                    Range groups,
                                    Sums& sums) const noexcept REALTIME
{
    if (! isSecond (block, history))
    {
        addProducts (block, history, groups, Partitions::all, sums);
        return;
    }

    addProducts (block, history, groups, Partitions::others, sums);
    addProducts (block, history, groups, Partitions::first, sums);
}

void KernelVoice::addProducts (const Block& block,
                               const GrowingHistory& history,
                               Range groups,
                               Partitions partitions,
                               Sums& sums) const noexcept REALTIME
{
    const auto newest = history.now() - history.slot (block.level);
    const auto age = (newest - block.begin) / history.period (block.level);
    const std::size_t firstPartition = partitions == Partitions::others ? 1 : 0;
    const auto second = isSecond (block, history);
    const GrowingKernel::Term* before = nullptr;

    for (const auto& term : kernel->terms (block.level))
    {
        const auto isFirst = before == nullptr || before->pairOfOutputs != term.pairOfOutputs;
        const auto goesOn = partitions == Partitions::first || ! isFirst;
        const StereoProduct product { history.spectra (block.level, term.pairOfInputs),
                                      term.spectra.data(),
                                      sums.of (term.pairOfOutputs, second),
                                      groups.first,
                                      groups.end,
                                      term.numPartitions,
                                      firstPartition,
                                      partitions == Partitions::first ? 1 : term.numPartitions,
                                      history.numRingSlots (block.level),
                                      history.ringSlot (block.level, age + firstPartition),
                                      goesOn ? StereoProduct::Into::sums
                                             : StereoProduct::Into::nothing,
                                      partitions == Partitions::allAndThoseOfNext
                                          ? sums.of (term.pairOfOutputs, true)
                                          : nullptr };
        stereoProductFor (term.paths, instructions) (product);
        before = &term;
    }
}

bool KernelVoice::isSecond (const Block& block,
                            const GrowingHistory& history) const noexcept REALTIME
{
    return history.isSecond (block.level, block.begin);
}

/** Overlap-save: of the two blocks that come back, the first is polluted by wrapping around. */
void KernelVoice::transformBack (const Block& block,
                                 const GrowingHistory& history,
                                 Range steps,
                                 Sums& sums) noexcept REALTIME
{
    const auto size = history.plan()[block.level].size;

    forEachPairOfOutputs (kernel->terms (block.level), [&] (std::size_t pair) {
        auto& fft = *sums.ffts[pair];

        for (auto step = steps.first; step < steps.end; ++step)
            fft.inverseStep (step,
                             { sums.of (pair, isSecond (block, history)), floatsPerStereoGroup },
                             { { back[0].data(), back[1].data() } });

        if (steps.end == fft.numSteps())
            for (std::size_t o = 0; o < 2; ++o)
                write (block, history, 2 * pair + o, back[o].data() + size);
    });
}

void KernelVoice::write (const Block& block,
                         const GrowingHistory& history,
                         std::size_t output,
                         const float* samples) noexcept REALTIME
{
    const auto& partition = history.plan()[block.level];
    const auto first = block.begin * history.blockSize() + partition.firstTap - partition.size;
    const auto heard = (history.now() - 1) * history.blockSize();
    levels[block.level].results.write (output, samples, first, partition.size, heard);
}

void KernelVoice::writeSilence (const Block& block, const GrowingHistory& history) noexcept REALTIME
{
    forEachPairOfOutputs (kernel->terms (block.level), [&] (std::size_t pair) {
        write (block, history, 2 * pair, nullptr);
        write (block, history, 2 * pair + 1, nullptr);
    });
}

void KernelVoice::render (const GrowingHistory& history, AudioBlock out) noexcept REALTIME
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

void KernelVoice::renderFirstLevel (const GrowingHistory& history, AudioBlock out) noexcept REALTIME
{
    if (history.isSilent (0))
        return;

    auto& sums = levels[0].sums;
    const Block block { 0, history.now() };
    addProducts (block, history, { 0, history.fft (0).numGroups() });

    forEachPairOfOutputs (kernel->terms (0), [&] (std::size_t pair) {
        sums.ffts[pair]->inverse (sums.of (pair, isSecond (block, history)),
                                  floatsPerStereoGroup,
                                  back[0].data(),
                                  back[1].data());

        for (auto o = 2 * pair; o < std::min (2 * pair + 2, out.numChannels()); ++o)
            std::copy_n (back[o % 2].data() + history.blockSize(),
                         history.blockSize(),
                         out.channel (o).begin());
    });
}

} // namespace dsp
