// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/KernelPlayer.h"

#include <algorithm>

namespace dsp
{

KernelPlayer::KernelPlayer (std::size_t blockSize, SpectralArithmetic loop)
    : block (blockSize),
      arithmetic (loop),
      fft (2 * blockSize),
      sums (2 * (2 * blockSize))
{}

// The kernel's terms come in the order of its pairs of outputs.
void KernelPlayer::play (const InputHistory& history,
                         const PartitionedKernel& kernel,
                         AudioBlock out) noexcept REALTIME
{
    PRECONDITION (history.blockSize() == block && kernel.blockSize() == block);
    PRECONDITION (history.numInputs() == kernel.numInputs());
    PRECONDITION (history.numBlocks() >= kernel.numPartitions());
    PRECONDITION (out.numChannels() == kernel.numOutputs() && out.numFrames() == block);

    auto term = kernel.terms.begin();

    for (std::size_t output = 0; output < kernel.numOutputs(); output += 2)
    {
        std::fill (sums.begin(), sums.end(), 0.0f);
        isSilent[0] = isSilent[1] = true;

        for (; term != kernel.terms.end() && term->firstOutput < output + 2; ++term)
            addTerm (history, kernel, *term);

        for (std::size_t o = output; o < std::min (output + 2, kernel.numOutputs()); ++o)
            finish (o - output, out.channel (o));
    }
}

void KernelPlayer::addTerm (const InputHistory& history,
                            const PartitionedKernel& kernel,
                            const PartitionedKernel::Term& term) noexcept REALTIME
{
    const auto place = term.firstOutput % 2;
    const auto addProduct = term.outputCount == 1 ? arithmetic.toOneOutput
                                                  : arithmetic.toTwoOutputs;
    const auto* const spectra = kernel.memory.data();
    auto* const sum = sums.data() + place * 2 * block;

    SpectralProduct product {};
    product.kernels[0] = spectra + term.spectra[0];
    product.kernels[1] = spectra + term.spectra[1];
    product.sums[0] = sum;
    product.sums[1] = sums.data() + 2 * block;
    product.numGroups = fft.numGroups();
    product.historyPitch = history.pitch();
    product.kernelPitch = term.partitionCount * floatsPerGroup;

    // The ring of blocks is read up to its end, then from its beginning.
    product.history = history.spectrum (term.input, history.newest);
    product.numPartitions = std::min (term.partitionCount, history.numBlocks() - history.newest);
    addProduct (product);

    if (const auto rest = term.partitionCount - product.numPartitions; rest > 0)
    {
        for (auto& path : product.kernels)
            path += product.numPartitions * floatsPerGroup;

        product.history = history.spectrum (term.input, 0);
        product.numPartitions = rest;
        addProduct (product);
    }

    for (std::size_t o = place; o < place + term.outputCount; ++o)
        isSilent[o] = false;
}

/** Overlap-save: of the two blocks that come back, the first is polluted by wrapping around. */
void KernelPlayer::finish (std::size_t place, std::span<float> out) noexcept REALTIME
{
    if (isSilent[place])
    {
        std::fill (out.begin(), out.end(), 0.0f);
        return;
    }

    fft.inverse (sums.data() + place * 2 * block, floatsPerGroup);
    std::copy_n (fft.samples().begin() + static_cast<std::ptrdiff_t> (block), block, out.begin());
}

} // namespace dsp
