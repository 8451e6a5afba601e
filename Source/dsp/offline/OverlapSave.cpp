// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/offline/OverlapSave.h"

#include "dsp/transform/StereoProduct.h"
#include "units/Precondition.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace dsp
{
namespace
{

constexpr std::size_t smallestWindow = 4096;
constexpr std::size_t floatsPerCacheLine = 16; ///< where hops begin and end

// Between channels, so that the eight places to which a transform writes at once on the left do not push those
// on the right out of the cache.
constexpr std::size_t gap = std::size_t { 17 } * 16;

std::size_t pairsOf (std::size_t numChannels) { return (numChannels + 1) / 2; }

} // namespace

OverlapSavePlan planOverlapSave (std::size_t taps)
{
    // Twice the kernel's length gives away half of each transform, and eight times has to come from
    // memory further away. Measured: docs/performance.md.
    const auto size = std::bit_ceil (std::max (smallestWindow, taps * 5 / 2));
    return { size, (size - (taps - 1)) / floatsPerCacheLine * floatsPerCacheLine };
}

std::shared_ptr<const GrowingKernel>
wholeKernel (const TransferMatrix& matrix, const OverlapSavePlan& plan, LargePages* pages)
{
    PRECONDITION (matrix.numTaps() <= plan.past() + 1);
    return std::make_shared<GrowingKernel> (
        matrix, PartitionPlan { { plan.size / 2, 1, 0 } }, pages);
}

OverlapSave::OverlapSave (const OverlapSavePlan& forPlan,
                          std::size_t mostOutputs,
                          std::size_t numPlaces,
                          LargePages* pages,
                          InstructionSet instructions)
    : plan (forPlan),
      instructionSet (instructions),
      fft (plan.size, instructions, pages, { plan.past(), windowsAtOnce }),
      sums (2 * plan.size, pages),
      rendered (numPlaces)
{
    for (auto& place : rendered)
        place = AudioBuffer (2 * pairsOf (mostOutputs), plan.size + gap, pages);
}

void OverlapSave::transform (const float* left, const float* right, float* spectrum)
{
    fft.forward (left, right, spectrum, floatsPerStereoGroup);
}

void OverlapSave::play (std::span<const float* const> windows,
                        const GrowingKernel& kernel,
                        std::size_t firstPlace)
{
    PRECONDITION (windows.size() <= windowsAtOnce);
    PRECONDITION (kernel.numTaps() <= plan.past() + 1);
    const Terms terms { kernel.terms (0) };

    for (std::size_t pair = 0; pair < pairsOf (kernel.numOutputs()); ++pair)
    {
        const auto isOfPair = [pair] (const GrowingKernel::Term& term) {
            return term.pairOfOutputs == pair;
        };
        const auto first = std::ranges::find_if (terms, isOfPair);
        const auto last = std::find_if_not (first, terms.end(), isOfPair);
        std::array<Task, windowsAtOnce> tasks {};

        for (std::size_t w = 0; w < windows.size(); ++w)
        {
            auto& to = rendered[firstPlace + w];
            tasks[w] = { windows[w],
                         { { to.channel (2 * pair).data(), to.channel (2 * pair + 1).data() } } };
        }

        renderPair ({ first, last }, std::span { tasks }.first (windows.size()));
    }
}

ConstAudioBlock OverlapSave::blockOf (const GrowingKernel& kernel, std::size_t place) const
{
    return rendered[place]
        .block()
        .firstChannels (kernel.numOutputs())
        .slice (plan.past(), plan.hop);
}

void OverlapSave::renderPair (Terms terms, std::span<const Task> tasks)
{
    if (terms.size() != 1 || terms.front().paths.count() != 4)
    {
        for (const auto& task : tasks)
            renderSum (terms, task);

        return;
    }

    std::array<StereoFftProduct, windowsAtOnce> products {};

    for (std::size_t t = 0; t < tasks.size(); ++t)
        products[t] = { tasks[t].window + terms.front().pairOfInputs * floatsOfSpectrum (plan),
                        tasks[t].to };

    fft.inverseOfProducts (std::span { products }.first (tasks.size()),
                           terms.front().spectra.data());
}

void OverlapSave::renderSum (Terms terms, const Task& task)
{
    auto into = StereoProduct::Into::nothing;

    for (const auto& term : terms)
    {
        const auto add = stereoProductFor (term.paths, instructionSet);
        add ({ task.window + term.pairOfInputs * floatsOfSpectrum (plan),
               term.spectra.data(),
               sums.data(),
               0,
               fft.numGroups(),
               1,
               0,
               1,
               1,
               0,
               std::exchange (into, StereoProduct::Into::sums) });
    }

    if (terms.empty())
        for (auto* const side : task.to.side)
            std::fill_n (side, plan.size, 0.0f);
    else
        fft.inverse (sums.data(), floatsPerStereoGroup, task.to.side[0], task.to.side[1]);
}

} // namespace dsp
