// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/transform/StereoButterflies.h"
#include "dsp/transform/StereoFftLoops.h"

// NOLINTBEGIN(misc-definitions-in-headers): compiled once per instruction set, see Lanes.h.
// The transform of each lane over the vectors: passes of radix 8 and 4. A vector is eight real and
// eight imaginary parts, a cache line.
namespace dsp
{
namespace
{

constexpr std::size_t floatsPerVector = 16;

/** Blocks of so many vectors (32 KB) stay in the cache next to the processor through all passes. */
constexpr std::size_t vectorsInCache = 512;

/** The same place in each part of a block, where the transform works in place. */
template <std::size_t radix>
struct PartsInWork
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): the loop does
    PartsInWork (float* vectors, std::size_t partLength)
    {
        for (std::size_t p = 0; p < radix; ++p)
            parts[p] = vectors + floatsPerVector * (p * partLength);
    }

    [[gnu::always_inline]] ComplexLanes
    get (std::size_t part, std::size_t place, std::size_t lanes) const
    {
        const float* const from = parts[part] + floatsPerVector * place + numLanes * lanes;
        return { load (from), load (from + 8) };
    }

    [[gnu::always_inline]] void
    put (std::size_t part, std::size_t place, std::size_t lanes, const ComplexLanes& x) const
    {
        float* const to = parts[part] + floatsPerVector * place + numLanes * lanes;
        store (to, x.real);
        store (to + 8, x.imaginary);
    }

    float* parts[radix];
};

/** The same in two signals, left and right: where a transform comes from and goes to. */
template <typename Sample>
struct PartsOfSignals
{
    [[gnu::always_inline]] ComplexLanes
    get (std::size_t part, std::size_t place, std::size_t lanes) const
    {
        const auto frame = 8 * (part * partLength + place) + numLanes * lanes;
        return { loadAnywhere (left + frame), loadAnywhere (right + frame) };
    }

    [[gnu::always_inline]] void
    put (std::size_t part, std::size_t place, std::size_t lanes, const ComplexLanes& x) const
    {
        const auto frame = 8 * (part * partLength + place) + numLanes * lanes;
        storeAnywhere (left + frame, x.real);
        storeAnywhere (right + frame, x.imaginary);
    }

    Sample* left;
    Sample* right;
    std::size_t partLength;
};

/** The part of a block that takes the n-th of its frequencies: bits reversed. */
template <std::size_t radix>
constexpr std::size_t frequencyOfPart (std::size_t part)
{
    constexpr std::size_t ofFour[] = { 0, 2, 1, 3 };
    constexpr std::size_t ofEight[] = { 0, 4, 2, 6, 1, 5, 3, 7 };
    return radix == 4 ? ofFour[part] : ofEight[part];
}

template <Direction direction, std::size_t radix>
[[gnu::always_inline]] inline void transformParts (ComplexLanes (&x)[radix])
{
    if constexpr (radix == 8)
        transform8<direction> (x);
    else
        transform4<direction> (x[0], x[1], x[2], x[3]);
}

/** One pass over one block, on the way to the spectrum: decimation in frequency. */
template <std::size_t radix, bool turns, typename From>
[[gnu::always_inline]] inline void
splitBlock (const StereoFftSteps::Pass& pass, const From& from, const PartsInWork<radix>& to)
{
    const auto partLength = pass.length / radix;
    constexpr auto floatsPerPlace = turns ? 2 * (radix - 1) : 0;
    const float* factors = pass.twiddles;

    for (std::size_t place = 0; place < partLength; ++place, factors += floatsPerPlace)
        for (std::size_t lanes = 0; lanes < partsOfEight; ++lanes)
        {
            ComplexLanes x[radix];

            for (std::size_t p = 0; p < radix; ++p)
                x[p] = from.get (p, place, lanes);

            transformParts<Direction::forward> (x);
            to.put (0, place, lanes, x[0]);

            for (std::size_t p = 1; p < radix; ++p)
            {
                auto y = x[frequencyOfPart<radix> (p)];

                if constexpr (turns)
                    y = turned<Direction::forward> (y, factors[2 * p - 2], factors[2 * p - 1]);

                to.put (p, place, lanes, y);
            }
        }
}

/** One pass over one block, on the way back: splitBlock() backwards. Parts before the first are left out. */
template <std::size_t radix, bool turns, std::size_t firstPart, typename To>
[[gnu::always_inline]] inline void
joinBlock (const StereoFftSteps::Pass& pass, const PartsInWork<radix>& from, const To& to)
{
    const auto partLength = pass.length / radix;
    constexpr auto floatsPerPlace = turns ? 2 * (radix - 1) : 0;
    const float* factors = pass.twiddles;

    for (std::size_t place = 0; place < partLength; ++place, factors += floatsPerPlace)
        for (std::size_t lanes = 0; lanes < partsOfEight; ++lanes)
        {
            ComplexLanes x[radix];
            x[0] = from.get (0, place, lanes);

            for (std::size_t p = 1; p < radix; ++p)
            {
                auto y = from.get (p, place, lanes);

                if constexpr (turns)
                    y = turned<Direction::inverse> (y, factors[2 * p - 2], factors[2 * p - 1]);

                x[frequencyOfPart<radix> (p)] = y;
            }

            transformParts<Direction::inverse> (x);

            for (auto p = firstPart; p < radix; ++p)
                to.put (p, place, lanes, x[p]);
        }
}

/** One pass over all its blocks among `count` vectors, in place. */
template <std::size_t radix, bool turns>
void splitBlocks (const StereoFftSteps::Pass& pass, float* vectors, std::size_t count)
{
    for (std::size_t start = 0; start < count; start += pass.length)
    {
        const PartsInWork<radix> block { vectors + floatsPerVector * start, pass.length / radix };
        splitBlock<radix, turns> (pass, block, block);
    }
}

template <std::size_t radix, bool turns>
void joinBlocks (const StereoFftSteps::Pass& pass, float* vectors, std::size_t count)
{
    for (std::size_t start = 0; start < count; start += pass.length)
    {
        const PartsInWork<radix> block { vectors + floatsPerVector * start, pass.length / radix };
        joinBlock<radix, turns, 0> (pass, block, block);
    }
}

/** The first pass, which takes the signals to the workplace. */
template <std::size_t radix, bool turns>
void splitSignals (const StereoFftSteps::Pass& pass, const float* const samples[2], float* work)
{
    const auto partLength = pass.length / radix;
    splitBlock<radix, turns> (pass,
                              PartsOfSignals<const float> { samples[0], samples[1], partLength },
                              PartsInWork<radix> { work, partLength });
}

/** The last pass of the way back. */
template <std::size_t radix, bool turns, std::size_t firstPart>
void joinSignals (const StereoFftSteps::Pass& pass, float* work, float* const samples[2])
{
    const auto partLength = pass.length / radix;
    joinBlock<radix, turns, firstPart> (
        pass,
        PartsInWork<radix> { work, partLength },
        PartsOfSignals<float> { samples[0], samples[1], partLength });
}

template <std::size_t radix, bool turns>
void joinSignals (const StereoFftSteps& steps, float* work, float* const samples[2])
{
    if (steps.numUnreadParts == 0)
        joinSignals<radix, turns, 0> (steps.passes[0], work, samples);
    else if (steps.numUnreadParts == radix / 4)
        joinSignals<radix, turns, radix / 4> (steps.passes[0], work, samples);
    else
        joinSignals<radix, turns, radix / 2> (steps.passes[0], work, samples);
}

void split (const StereoFftSteps::Pass& pass, float* vectors, std::size_t count)
{
    const auto turns = pass.twiddles != nullptr;

    if (pass.radix == 8)
        turns ? splitBlocks<8, true> (pass, vectors, count)
              : splitBlocks<8, false> (pass, vectors, count);
    else
        turns ? splitBlocks<4, true> (pass, vectors, count)
              : splitBlocks<4, false> (pass, vectors, count);
}

void join (const StereoFftSteps::Pass& pass, float* vectors, std::size_t count)
{
    const auto turns = pass.twiddles != nullptr;

    if (pass.radix == 8)
        turns ? joinBlocks<8, true> (pass, vectors, count)
              : joinBlocks<8, false> (pass, vectors, count);
    else
        turns ? joinBlocks<4, true> (pass, vectors, count)
              : joinBlocks<4, false> (pass, vectors, count);
}

/** A first pass turns nothing in the smallest transform only, which has no other. */
void splitFirst (const StereoFftSteps::Pass& pass, const float* const samples[2], float* work)
{
    if (pass.radix == 8)
        pass.twiddles == nullptr ? splitSignals<8, false> (pass, samples, work)
                                 : splitSignals<8, true> (pass, samples, work);
    else
        splitSignals<4, true> (pass, samples, work);
}

void joinLast (const StereoFftSteps& steps, float* work, float* const samples[2])
{
    const auto& pass = steps.passes[0];

    if (pass.radix == 8)
        pass.twiddles == nullptr ? joinSignals<8, false> (steps, work, samples)
                                 : joinSignals<8, true> (steps, work, samples);
    else
        joinSignals<4, true> (steps, work, samples);
}

} // namespace
} // namespace dsp
// NOLINTEND(misc-definitions-in-headers)
