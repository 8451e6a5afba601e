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
loadSums (StereoProduct::Into into, const float* from, Sum (&sums)[2])
{
    const auto isFirst = into == StereoProduct::Into::nothing;

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

/** Where a group's partitions stand, and the spectra of the history that they meet. */
template <unsigned live>
struct Walk
{
    Walk (const StereoProduct& product, std::size_t group)
        : path (product.kernel
                + (group * product.numPartitions + product.firstPartition) * floatsPerPartition),
          first (product.history + group * product.numSlots * floatsPerStereoGroup),
          end (first + product.numSlots * floatsPerStereoGroup),
          spectrum (first + product.firstSlot * floatsPerStereoGroup)
    {}

    [[gnu::always_inline]] void goOn()
    {
        path += floatsPerPartition;
        spectrum += floatsPerStereoGroup;
        spectrum = spectrum == end ? first : spectrum;
    }

    static constexpr auto floatsPerPartition = StereoPaths { live }.count() * floatsPerPathGroup;

    const float* path;
    const float* first;
    const float* end;
    const float* spectrum;
};

/** Some vectors of one group over all partitions; the sums stay in registers. */
template <unsigned live, StereoPaths::Inputs inputs, bool hasBinZero>
[[gnu::always_inline]] inline void
addVectors (const StereoProduct& product, std::size_t group, std::size_t first)
{
    float* const sumsHere = product.sums + group * floatsPerStereoGroup;
    const std::size_t inStereo[] = { vectorOffset (first, floatsPerStereoChunk),
                                     vectorOffset (first + 1, floatsPerStereoChunk) };
    const std::size_t inPath[] = { vectorOffset (first, 16), vectorOffset (first + 1, 16) };
    Sum sums[vectorsAtOnce][2];

    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
        loadSums (product.into, sumsHere + inStereo[v], sums[v]);

    Walk<live> walk { product, group };

    for (auto p = product.firstPartition; p < product.endPartition; ++p, walk.goOn())
    {
        Factor factors[2];
        loadFactors<inputs, hasBinZero> (walk.spectrum + inStereo[0], factors);
        addPartition<live> (sums[0], factors, walk.path + inPath[0]);
        loadFactors<inputs, false> (walk.spectrum + inStereo[1], factors);
        addPartition<live> (sums[1], factors, walk.path + inPath[1]);
    }

    for (std::size_t v = 0; v < vectorsAtOnce; ++v)
        storeSums (sums[v], sumsHere + inStereo[v]);
}

/** One vector of one group over all partitions, for two blocks: a partition meets a spectrum for the first of
    them, and the spectrum before that for the other. */
template <unsigned live, StereoPaths::Inputs inputs, bool hasBinZero>
[[gnu::always_inline]] inline void
addVectorOfTwoBlocks (const StereoProduct& product, std::size_t group, std::size_t v)
{
    const auto inStereo = vectorOffset (v, floatsPerStereoChunk), inPath = vectorOffset (v, 16);
    float* const sumsHere = product.sums + group * floatsPerStereoGroup + inStereo;
    float* const nextHere = product.sumsOfNext + group * floatsPerStereoGroup + inStereo;
    Sum sums[2], next[2];
    loadSums (product.into, sumsHere, sums);
    loadSums (product.into, nextHere, next);

    Walk<live> walk { product, group };
    Factor younger[2] {}; // where inputs are added there is one
    loadFactors<inputs, hasBinZero> (walk.spectrum + inStereo, younger);
    addPartition<live> (sums, younger, walk.path + inPath);
    walk.goOn();

    for (auto p = product.firstPartition + 1; p < product.endPartition; ++p, walk.goOn())
    {
        Factor factors[2] {};
        loadFactors<inputs, hasBinZero> (walk.spectrum + inStereo, factors);
        addPartition<live> (sums, factors, walk.path + inPath);
        addPartition<live> (next, younger, walk.path + inPath);
        younger[0] = factors[0];
        younger[1] = factors[1];
    }

    storeSums (sums, sumsHere);
    storeSums (next, nextHere);
}

template <unsigned live, StereoPaths::Inputs inputs>
[[gnu::always_inline]] inline void addOneBlock (const StereoProduct& product)
{
    for (auto group = product.firstGroup; group < product.endGroup; ++group)
    {
        group == 0 ? addVectors<live, inputs, true> (product, 0, 0)
                   : addVectors<live, inputs, false> (product, group, 0);

        for (auto v = vectorsAtOnce; v < vectorsPerGroup; v += vectorsAtOnce)
            addVectors<live, inputs, false> (product, group, v);
    }
}

template <unsigned live, StereoPaths::Inputs inputs>
[[gnu::always_inline]] inline void addTwoBlocks (const StereoProduct& product)
{
    for (auto group = product.firstGroup; group < product.endGroup; ++group)
    {
        group == 0 ? addVectorOfTwoBlocks<live, inputs, true> (product, 0, 0)
                   : addVectorOfTwoBlocks<live, inputs, false> (product, group, 0);

        for (std::size_t v = 1; v < vectorsPerGroup; ++v)
            addVectorOfTwoBlocks<live, inputs, false> (product, group, v);
    }
}

template <unsigned live, StereoPaths::Inputs inputs>
void addStereoProduct (const StereoProduct& product) noexcept
{
    if (product.sumsOfNext == nullptr)
        addOneBlock<live, inputs> (product);
    else
        addTwoBlocks<live, inputs> (product);
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
