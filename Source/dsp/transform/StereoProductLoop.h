// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/Lanes.h"
#include "dsp/transform/StereoProduct.h"
#include "dsp/transform/StereoSpectrumLayout.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
namespace dsp
{
namespace
{

// With four sums each, eight are alive: enough to hide the latency of multiply-add, few enough for
// sixteen registers.
constexpr std::size_t vectorsAtOnce = 2;
constexpr std::size_t vectorsPerGroup = 2 * partsOfEight;

/** Where vector v of a group stands, whose real parts are followed by imaginary ones, and so on. */
[[gnu::always_inline]] inline std::size_t vectorOffset (std::size_t v, std::size_t floatsPerChunk)
{
    return v / partsOfEight * floatsPerChunk + v % partsOfEight * numLanes;
}

/** Of an output, some bins of the sum. */
struct Sum
{
    Lanes real;
    Lanes imaginary;
};

/** Bin 0 carries two real bins, which multiply part by part. With these in the place of the real and
    imaginary part, the complex product does just that in lane 0:

        real      += x.real · h.real           − turned · h.imaginary   (turned  = 0)
        imaginary += straight · h.imaginary    + turned · h.real        (straight = x.imaginary)
*/
struct Factor
{
    Lanes real;
    Lanes straight;
    Lanes turned;
};

template <bool atBinZero>
[[gnu::always_inline]] inline Factor factorOf (Lanes real, Lanes imaginary)
{
    if constexpr (! atBinZero)
        return { real, real, imaginary };

    constexpr Lanes lane0 { 1.0f };
    constexpr Lanes others = 1.0f - lane0;
    return { real, real * others + imaginary * lane0, imaginary * others };
}

/** One or both inputs at some bins of one spectrum of the history. */
template <StereoPaths::Inputs inputs, bool atBinZero>
[[gnu::always_inline]] inline void loadFactors (const float* x, Factor (&factors)[2])
{
    if constexpr (inputs == StereoPaths::Inputs::added)
    {
        factors[0] = factorOf<atBinZero> (load (x) + load (x + 16), load (x + 8) + load (x + 24));
        return;
    }

    factors[0] = factorOf<atBinZero> (load (x), load (x + 8));
    factors[1] = factorOf<atBinZero> (load (x + 16), load (x + 24));
}

[[gnu::always_inline]] inline void add (Sum& sum, const Factor& x, const float* path)
{
    const Lanes real = load (path);
    const Lanes imaginary = load (path + 8);
    sum.real += x.real * real;
    sum.imaginary += x.straight * imaginary;
    sum.real -= x.turned * imaginary;
    sum.imaginary += x.turned * real;
}

/** One partition at one vector of bins: `path` is the first live path there. */
template <unsigned live>
[[gnu::always_inline]] inline void
addPartition (Sum (&sums)[2], const Factor (&factors)[2], const float* path)
{
    for (std::size_t output = 0; output < 2; ++output)
        for (std::size_t input = 0; input < 2; ++input)
            if ((live >> (2 * output + input) & 1u) != 0)
            {
                add (sums[output], factors[input], path);
                path += floatsPerPathGroup;
            }
}

[[gnu::always_inline]] inline void
loadSums (const StereoProduct& product, const float* from, Sum (&sums)[2])
{
    const auto isFirst = product.into == StereoProduct::Into::nothing;

    for (std::size_t output = 0; output < 2; ++output, from += 16)
        sums[output] = isFirst ? Sum {} : Sum { load (from), load (from + 8) };
}

[[gnu::always_inline]] inline void storeSums (const Sum (&sums)[2], float* to)
{
    for (std::size_t output = 0; output < 2; ++output, to += 16)
    {
        store (to, sums[output].real);
        store (to + 8, sums[output].imaginary);
    }
}

/** Some vectors of one group over all partitions; the sums stay in registers. */
template <unsigned live, StereoPaths::Inputs inputs, bool hasBinZero>
[[gnu::always_inline]] inline void
addVectors (const StereoProduct& product, std::size_t group, std::size_t first)
{
    constexpr auto numPaths = StereoPaths { live }.count();
    const float* const history = product.history + group * product.numSlots * floatsPerStereoGroup;
    const float* path = product.kernel
                        + group * product.numPartitions * numPaths * floatsPerPathGroup;
    float* const sumsHere = product.sums + group * floatsPerStereoGroup;
    const std::size_t inStereo[] = { vectorOffset (first, floatsPerStereoChunk),
                                     vectorOffset (first + 1, floatsPerStereoChunk) };
    const std::size_t inPath[] = { vectorOffset (first, 16), vectorOffset (first + 1, 16) };
    Sum sums[vectorsAtOnce][2];

    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
        loadSums (product, sumsHere + inStereo[v], sums[v]);

    for (std::size_t p = 0, slot = product.firstSlot; p < product.numPartitions; ++p)
    {
        const float* const x = history + slot * floatsPerStereoGroup;
        Factor factors[2];
        loadFactors<inputs, hasBinZero> (x + inStereo[0], factors);
        addPartition<live> (sums[0], factors, path + inPath[0]);
        loadFactors<inputs, false> (x + inStereo[1], factors);
        addPartition<live> (sums[1], factors, path + inPath[1]);

        path += numPaths * floatsPerPathGroup;
        slot = slot + 1 == product.numSlots ? 0 : slot + 1;
    }

    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
        storeSums (sums[v], sumsHere + inStereo[v]);
}

template <unsigned live, StereoPaths::Inputs inputs>
void addStereoProduct (const StereoProduct& product) noexcept
{
    auto group = product.firstGroup;

    if (group == 0 && group < product.endGroup)
    {
        addVectors<live, inputs, true> (product, 0, 0);

        for (auto v = vectorsAtOnce; v < vectorsPerGroup; v += vectorsAtOnce)
            addVectors<live, inputs, false> (product, 0, v);

        ++group;
    }

    for (; group < product.endGroup; ++group)
        for (std::size_t v = 0; v < vectorsPerGroup; v += vectorsAtOnce)
            addVectors<live, inputs, false> (product, group, v);
}

template <unsigned live>
constexpr AddStereoProduct apart = addStereoProduct<live, StereoPaths::Inputs::apart>;

template <unsigned live>
constexpr AddStereoProduct added = addStereoProduct<live, StereoPaths::Inputs::added>;

[[maybe_unused]] AddStereoProduct stereoProductHere (StereoPaths paths)
{
    if (paths.inputs == StereoPaths::Inputs::added)
    {
        constexpr AddStereoProduct loops[] = { nullptr, added<1>, nullptr,
                                               nullptr, added<4>, added<5> };
        return loops[paths.live];
    }

    constexpr AddStereoProduct loops[] = { nullptr,   apart<1>,  apart<2>,  apart<3>,
                                           apart<4>,  apart<5>,  apart<6>,  apart<7>,
                                           apart<8>,  apart<9>,  apart<10>, apart<11>,
                                           apart<12>, apart<13>, apart<14>, apart<15> };
    return loops[paths.live];
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
