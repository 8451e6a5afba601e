// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/PartitionedKernel.h"

#include "dsp/Fft.h"
#include "units/Precondition.h"

#include <algorithm>

namespace dsp
{
namespace
{

/** Partitions up to the last that contains sound. */
std::size_t livePartitions (std::span<const double> path, std::size_t blockSize)
{
    const auto last = std::find_if (
        path.rbegin(), path.rend(), [] (double tap) { return tap != 0.0; });
    const auto length = static_cast<std::size_t> (path.rend() - last);
    return (length + blockSize - 1) / blockSize;
}

/** The taps of one partition followed by as many zeros, as single precision. */
void copyPartition (std::span<const double> path, std::size_t partition, std::span<float> window)
{
    const auto blockSize = window.size() / 2;
    const auto start = std::min (partition * blockSize, path.size());
    const auto taps = path.subspan (start, std::min (blockSize, path.size() - start));

    std::fill (window.begin(), window.end(), 0.0f);
    std::transform (taps.begin(), taps.end(), window.begin(), [] (double tap) {
        return static_cast<float> (tap);
    });
}

} // namespace

PartitionedKernel::PartitionedKernel (const TransferMatrix& matrix, std::size_t blockSize)
    : outputs (matrix.numOutputs()),
      inputs (matrix.numInputs()),
      taps (matrix.numTaps()),
      block (blockSize)
{
    for (std::size_t output = 0; output < outputs; output += 2)
        for (std::size_t input = 0; input < inputs; ++input)
            addTerms (matrix, output, input);
}

void PartitionedKernel::addTerms (const TransferMatrix& matrix,
                                  std::size_t output,
                                  std::size_t input)
{
    const auto first = livePartitions (matrix.path (output, input), block);
    const auto second = output + 1 < outputs
                            ? livePartitions (matrix.path (output + 1, input), block)
                            : 0;

    if (first > 0 && second > 0)
        addTerm (matrix, { input, output, 2, std::max (first, second) });
    else if (first > 0)
        addTerm (matrix, { input, output, 1, first });
    else if (second > 0)
        addTerm (matrix, { input, output + 1, 1, second });
}

void PartitionedKernel::addTerm (const TransferMatrix& matrix, Term term)
{
    RealFft fft { 2 * block };
    const auto pitch = term.partitionCount * floatsPerGroup;

    for (std::size_t o = 0; o < term.outputCount; ++o)
    {
        term.spectra[o] = memory.size();
        memory.resize (memory.size() + fft.numGroups() * pitch);

        for (std::size_t p = 0; p < term.partitionCount; ++p)
        {
            copyPartition (matrix.path (term.firstOutput + o, term.input), p, fft.samples());
            fft.forward (memory.data() + term.spectra[o] + p * floatsPerGroup, pitch);
        }
    }

    partitions = std::max (partitions, term.partitionCount);
    terms.push_back (term);
}

std::size_t PartitionedKernel::numLivePaths() const noexcept
{
    std::size_t count = 0;

    for (const auto& term : terms)
        count += term.outputCount;

    return count;
}

} // namespace dsp
