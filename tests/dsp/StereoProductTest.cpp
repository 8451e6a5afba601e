// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/transform/StereoProduct.h"

#include "dsp/AlignedBuffer.h"
#include "dsp/transform/StereoSpectrumLayout.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <complex>

namespace dsp
{
namespace
{

using Bin = std::complex<double>;

constexpr std::size_t numGroups = 3, numPartitions = 4, numSlots = 7;

AlignedBuffer<float> random (std::size_t length, unsigned seed)
{
    const auto samples = support::toBuffer (support::noise (1, length, seed));
    return { samples.channel (0).begin(), samples.channel (0).end() };
}

struct Place
{
    std::size_t group;
    std::size_t bin;

    bool isPacked() const { return group == 0 && bin == 0; }
};

/** The bin of one side in stereo spectra of which `stride` stand side by side. */
Bin stereoBin (const AlignedBuffer<float>& spectra,
               Place place,
               std::size_t side,
               std::size_t stride,
               std::size_t number)
{
    const auto at = (place.group * stride + number) * floatsPerStereoGroup
                    + place.bin / 8 * floatsPerStereoChunk + 16 * side + place.bin % 8;
    return { spectra[at], spectra[at + 8] };
}

Bin pathBin (const AlignedBuffer<float>& kernel,
             Place place,
             std::size_t path,
             std::size_t numPaths,
             std::size_t partition)
{
    const auto at = ((place.group * numPartitions + partition) * numPaths + path)
                        * floatsPerPathGroup
                    + place.bin / 8 * 16 + place.bin % 8;
    return { kernel[at], kernel[at + 8] };
}

Bin times (Bin a, Bin b, Place place)
{
    return place.isPacked() ? Bin { a.real() * b.real(), a.imag() * b.imag() } : a * b;
}

/** One bin of an output, by definition. */
Bin slowSum (const StereoProduct& product,
             const AlignedBuffer<float>& history,
             const AlignedBuffer<float>& kernel,
             StereoPaths paths,
             std::size_t output,
             Place place)
{
    Bin sum = 0.0;

    for (auto p = product.firstPartition; p < product.endPartition; ++p)
    {
        const auto slot = (product.firstSlot + p - product.firstPartition) % numSlots;
        const auto left = stereoBin (history, place, 0, numSlots, slot);
        const auto right = stereoBin (history, place, 1, numSlots, slot);
        const auto isAdded = paths.inputs == StereoPaths::Inputs::added;
        const Bin inputs[] = { isAdded ? left + right : left, right };
        std::size_t path = 0;

        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t i = 0; i < 2; ++i)
                if ((paths.live & StereoPaths::bit (o, i)) != 0)
                {
                    const auto h = pathBin (kernel, place, path++, paths.count(), p);
                    sum += o == output ? times (inputs[i], h, place) : 0.0;
                }
    }

    return sum;
}

/** From every slot of the ring, over all groups and over some, onto nothing and onto sums. */
void expectSums (StereoPaths paths, InstructionSet instructions)
{
    const auto history = random (numGroups * numSlots * floatsPerStereoGroup, 1);
    const auto kernel = random (numGroups * numPartitions * paths.count() * floatsPerPathGroup, 2);

    for (const std::size_t firstGroup : { 0u, 1u })
        for (std::size_t firstSlot = 0; firstSlot < numSlots; ++firstSlot)
        {
            AlignedBuffer<float> sums (numGroups * floatsPerStereoGroup, 1.0f);
            StereoProduct product { history.data(),
                                    kernel.data(),
                                    sums.data(),
                                    firstGroup,
                                    numGroups,
                                    numPartitions,
                                    0,
                                    numPartitions,
                                    numSlots,
                                    firstSlot,
                                    StereoProduct::Into::nothing };
            const auto add = stereoProductFor (paths, instructions);
            add (product);
            product.into = StereoProduct::Into::sums;
            add (product);

            for (std::size_t group = 0; group < numGroups; ++group)
                for (std::size_t bin = 0; bin < binsPerStereoGroup; ++bin)
                    for (std::size_t output = 0; output < 2; ++output)
                    {
                        const Place place { group, bin };
                        const auto expected =
                            group < firstGroup
                                ? Bin { 1.0, 1.0 }
                                : 2.0 * slowSum (product, history, kernel, paths, output, place);
                        ASSERT_LT (std::abs (stereoBin (sums, place, output, 1, 0) - expected),
                                   2e-5)
                            << "paths " << paths.live << ", bin " << bin << " of " << group;
                    }
        }
}

void expectSumsOfAllPaths (InstructionSet instructions)
{
    for (unsigned live = 1; live < 16; ++live)
        expectSums ({ live, StereoPaths::Inputs::apart }, instructions);

    for (const unsigned live : { 1u, 4u, 5u })
        expectSums ({ live, StereoPaths::Inputs::added }, instructions);
}

TEST (StereoProduct, isASumOfComplexProductsWhicheverPathsThereAre)
{
    for (const auto set : instructionSets())
        expectSumsOfAllPaths (set);
}

/** Of a block that comes after another one: what the partitions give that meet spectra of before, by itself
    and together with the other. */
void expectTheSameBitsTogether (StereoPaths paths, InstructionSet instructions)
{
    const auto history = random (numGroups * numSlots * floatsPerStereoGroup, 3);
    const auto kernel = random (numGroups * numPartitions * paths.count() * floatsPerPathGroup, 4);
    const auto add = stereoProductFor (paths, instructions);
    constexpr auto length = numGroups * floatsPerStereoGroup;

    for (const auto into : { StereoProduct::Into::nothing, StereoProduct::Into::sums })
        for (std::size_t firstSlot = 0; firstSlot < numSlots; ++firstSlot)
        {
            AlignedBuffer<float> one (length, 1.0f), next (length, 2.0f),
                oneTogether (length, 1.0f), nextTogether (length, 2.0f);
            StereoProduct product { history.data(), kernel.data(), one.data(), 0,
                                    numGroups,      numPartitions, 0,          numPartitions,
                                    numSlots,       firstSlot,     into };
            add (product);
            product.sums = oneTogether.data();
            product.sumsOfNext = nextTogether.data();
            add (product);
            product.sums = next.data();
            product.sumsOfNext = nullptr;
            product.firstPartition = 1;
            add (product);

            ASSERT_EQ (one, oneTogether) << "paths " << paths.live;
            ASSERT_EQ (next, nextTogether) << "paths " << paths.live;
            const Place place { 1, 3 };
            const auto added = into == StereoProduct::Into::sums ? Bin { 2.0, 2.0 } : Bin {};

            for (std::size_t output = 0; output < 2; ++output)
                ASSERT_LT (std::abs (stereoBin (next, place, output, 1, 0) - added
                                     - slowSum (product, history, kernel, paths, output, place)),
                           2e-5);
        }
}

TEST (StereoProduct, hasTheSameBitsForTwoBlocksTogetherAsForEachAlone)
{
    for (const auto set : instructionSets())
    {
        for (unsigned live = 1; live < 16; ++live)
            expectTheSameBitsTogether ({ live, StereoPaths::Inputs::apart }, set);

        for (const unsigned live : { 1u, 4u, 5u })
            expectTheSameBitsTogether ({ live, StereoPaths::Inputs::added }, set);
    }
}

} // namespace
} // namespace dsp
