// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/SpectralProduct.h"
#include "dsp/SpectrumLayout.h"

// NOLINTBEGIN(misc-definitions-in-headers): each file that includes this one needs its own copy.
// This file is compiled once per instruction set, and so must not use inline functions that other
// files use too: the linker might keep the copy that older machines cannot run.
namespace dsp
{
namespace
{

#if defined(__AVX__)
using Lanes [[gnu::vector_size (32), gnu::may_alias]] = float;
#else
using Lanes [[gnu::vector_size (16), gnu::may_alias]] = float;
#endif

constexpr std::size_t numLanes = sizeof (Lanes) / sizeof (float);

// With two outputs, eight accumulators are alive: enough to hide the latency of multiply-add, few
// enough for sixteen registers.
constexpr std::size_t vectorsAtOnce = 2;

inline const Lanes& lanesAt (const float* samples)
{
    return *reinterpret_cast<const Lanes*> (samples);
}

inline Lanes& lanesAt (float* samples) { return *reinterpret_cast<Lanes*> (samples); }

struct Accumulator
{
    Lanes real[vectorsAtOnce];
    Lanes imaginary[vectorsAtOnce];
};

inline void load (Accumulator& sum, const float* from)
{
    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
    {
        sum.real[v] = lanesAt (from + v * numLanes);
        sum.imaginary[v] = lanesAt (from + binsPerGroup + v * numLanes);
    }
}

inline void store (const Accumulator& sum, float* to)
{
    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
    {
        lanesAt (to + v * numLanes) = sum.real[v];
        lanesAt (to + binsPerGroup + v * numLanes) = sum.imaginary[v];
    }
}

/** Bin 0 carries two real bins, DC and Nyquist, which multiply part by part. With these in the place
    of the real and imaginary part, the complex product does just that in lane 0:

        real      += x.real · h.real      − turned · h.imaginary      (turned  = 0)
        imaginary += straight · h.imaginary + turned · h.real         (straight = x.imaginary)
*/
struct Operand
{
    Lanes real;
    Lanes straight;
    Lanes turned;
};

template <bool atBinZero>
inline void load (Operand& x, const float* from)
{
    x.real = lanesAt (from);
    x.straight = x.real;
    x.turned = lanesAt (from + binsPerGroup);

    if constexpr (atBinZero)
    {
        constexpr Lanes lane0 { 1.0f };
        constexpr Lanes others = 1.0f - lane0;
        x.straight = x.real * others + x.turned * lane0;
        x.turned = x.turned * others;
    }
}

/** Some bins of one group over all partitions; the sums stay in registers. */
template <std::size_t numOutputs, bool atBinZero>
inline void addBins (const SpectralProduct& product, std::size_t group, std::size_t firstBin)
{
    const float* x = product.history + group * product.historyPitch + firstBin;
    const float* paths[numOutputs];
    Accumulator sums[numOutputs];

    for (std::size_t o = 0; o < numOutputs; ++o)
    {
        paths[o] = product.kernels[o] + group * product.kernelPitch + firstBin;
        load (sums[o], product.sums[o] + group * floatsPerGroup + firstBin);
    }

    for (std::size_t p = 0; p < product.numPartitions; ++p, x += floatsPerGroup)
    {
        Operand operands[vectorsAtOnce];
        load<atBinZero> (operands[0], x);

        for (std::size_t v = 1; v < vectorsAtOnce; ++v)
            load<false> (operands[v], x + v * numLanes);

        for (std::size_t o = 0; o < numOutputs; ++o, paths[o - 1] += floatsPerGroup)
            for (std::size_t v = 0; v < vectorsAtOnce; ++v)
            {
                const Lanes hReal = lanesAt (paths[o] + v * numLanes);
                const Lanes hImaginary = lanesAt (paths[o] + binsPerGroup + v * numLanes);
                const Operand& operand = operands[v];
                sums[o].real[v] += operand.real * hReal - operand.turned * hImaginary;
                sums[o].imaginary[v] += operand.straight * hImaginary + operand.turned * hReal;
            }
    }

    for (std::size_t o = 0; o < numOutputs; ++o)
        store (sums[o], product.sums[o] + group * floatsPerGroup + firstBin);
}

template <std::size_t numOutputs>
void addProduct (const SpectralProduct& product) noexcept
{
    constexpr auto step = vectorsAtOnce * numLanes;

    addBins<numOutputs, true> (product, 0, 0);

    for (std::size_t bin = step; bin < binsPerGroup; bin += step)
        addBins<numOutputs, false> (product, 0, bin);

    for (std::size_t group = 1; group < product.numGroups; ++group)
        for (std::size_t bin = 0; bin < binsPerGroup; bin += step)
            addBins<numOutputs, false> (product, group, bin);
}

constexpr SpectralArithmetic arithmetic { addProduct<1>, addProduct<2> };

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
