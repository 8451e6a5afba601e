// SPDX-License-Identifier: GPL-3.0-or-later
// The transform of the hot path, in every build of its loops that this machine can run, beside FFTW in
// double precision.
#include "dsp/transform/StereoFft.h"

#include "dsp/AlignedBuffer.h"
#include "dsp/Fft.h"
#include "dsp/transform/StereoProduct.h"
#include "support/AllocationGuard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <random>
#include <set>

namespace dsp
{
namespace
{

constexpr std::size_t largestSize = 131072;
constexpr float untouched = 99.0f;

AlignedBuffer<float> noise (std::size_t length, unsigned seed)
{
    std::mt19937 generator { seed };
    std::normal_distribution<float> normal;
    AlignedBuffer<float> signal (length);
    std::generate (signal.begin(), signal.end(), [&] { return normal (generator); });
    return signal;
}

/** What stands at a place of one side's spectrum: side 0 is left, 1 is right. */
std::complex<double>
at (const AlignedBuffer<float>& spectrum, std::size_t pitch, std::size_t side, std::size_t place)
{
    const auto offset = place / binsPerStereoGroup * pitch + place / 8 % 2 * floatsPerStereoChunk
                        + 16 * side + place % 8;
    return { spectrum[offset], spectrum[offset + 8] };
}

/** The largest difference of one side's spectrum to FFTW's, relative to the largest bin. */
double errorOf (const StereoFft& fft,
                const AlignedBuffer<float>& spectrum,
                std::size_t side,
                const AlignedBuffer<float>& signal)
{
    const auto bins = DesignFft { fft.size() }.forward (
        std::vector<double> (signal.begin(), signal.end()));
    double worst = 0.0, peak = 0.0;

    for (std::size_t place = 0; place < fft.size() / 2; ++place)
    {
        const auto bin = fft.binAt (place);
        const auto expected = bin == 0 ? std::complex { bins.front().real(), bins.back().real() }
                                       : bins[bin];
        worst = std::max (worst,
                          std::abs (at (spectrum, floatsPerStereoGroup, side, place) - expected));
        peak = std::max (peak, std::abs (expected));
    }

    return worst / peak;
}

TEST (StereoFft, agreesWithFftwInDoublePrecision)
{
    for (const auto instructions : instructionSets())
        for (auto size = StereoFft::smallestSize; size <= largestSize; size *= 2)
        {
            const auto left = noise (size, 1), right = noise (size, 2);
            AlignedBuffer<float> spectrum (2 * size);
            StereoFft fft { size, instructions };
            fft.forward (left.data(), right.data(), spectrum.data(), floatsPerStereoGroup);

            EXPECT_LT (errorOf (fft, spectrum, 0, left), 1e-6) << size;
            EXPECT_LT (errorOf (fft, spectrum, 1, right), 1e-6) << size;
        }
}

TEST (StereoFft, comesBackToTheSameSamplesTimesTheSize)
{
    for (const auto instructions : instructionSets())
        for (auto size = StereoFft::smallestSize; size <= largestSize; size *= 2)
        {
            const auto left = noise (size, 3), right = noise (size, 4);
            AlignedBuffer<float> spectrum (2 * size), leftBack (size), rightBack (size);
            StereoFft fft { size, instructions };
            fft.forward (left.data(), right.data(), spectrum.data(), floatsPerStereoGroup);
            fft.inverse (spectrum.data(), floatsPerStereoGroup, leftBack.data(), rightBack.data());

            // A millionth of the peak of 4 to 5.
            for (std::size_t n = 0; n < size; ++n)
            {
                ASSERT_NEAR (leftBack[n] / static_cast<float> (size), left[n], 4e-6) << size;
                ASSERT_NEAR (rightBack[n] / static_cast<float> (size), right[n], 4e-6) << size;
            }
        }
}

TEST (StereoFft, writesEachBinOnceAndNothingBetweenGroups)
{
    constexpr auto pitch = floatsPerStereoGroup + 32;

    for (const auto instructions : instructionSets())
        for (const std::size_t size : { 64u, 128u, 512u, 8192u })
        {
            const auto left = noise (size, 5), right = noise (size, 6);
            StereoFft fft { size, instructions };
            AlignedBuffer<float> apart (fft.numGroups() * pitch, untouched), dense (2 * size);
            fft.forward (left.data(), right.data(), apart.data(), pitch);
            fft.forward (left.data(), right.data(), dense.data(), floatsPerStereoGroup);
            std::set<std::size_t> bins;

            for (std::size_t place = 0; place < size / 2; ++place)
            {
                bins.insert (fft.binAt (place));
                ASSERT_LT (fft.binAt (place), size / 2);

                for (const std::size_t side : { 0u, 1u })
                    ASSERT_EQ (at (apart, pitch, side, place),
                               at (dense, floatsPerStereoGroup, side, place));
            }

            EXPECT_EQ (bins.size(), size / 2);

            for (std::size_t group = 0; group < fft.numGroups(); ++group)
                for (auto gap = floatsPerStereoGroup; gap < pitch; ++gap)
                    ASSERT_EQ (apart[group * pitch + gap], untouched);
        }
}

TEST (StereoFft, keepsTheSidesApart)
{
    for (const auto instructions : instructionSets())
        for (const std::size_t size : { 64u, 1024u, 16384u })
        {
            const auto left = noise (size, 7);
            const AlignedBuffer<float> silence (size);
            AlignedBuffer<float> spectrum (2 * size);
            StereoFft fft { size, instructions };
            fft.forward (left.data(), silence.data(), spectrum.data(), floatsPerStereoGroup);
            const auto loudest = std::sqrt (static_cast<double> (size));

            for (std::size_t place = 0; place < size / 2; ++place)
                ASSERT_LT (std::abs (at (spectrum, floatsPerStereoGroup, 1, place)),
                           1e-6 * 4.0 * loudest);
        }
}

TEST (StereoFft, isTheSameInSteps)
{
    for (const auto instructions : instructionSets())
        for (auto size = StereoFft::smallestSize; size <= largestSize; size *= 2)
        {
            auto left = noise (size, 10), right = noise (size, 11);
            AlignedBuffer<float> whole (2 * size), stepped (2 * size), spoilt (2 * size, 1.0f);
            AlignedBuffer<float> wholeBack (2 * size), steppedBack (2 * size);
            StereoFft fft { size, instructions };
            const auto other = fft.another();
            fft.forward (left.data(), right.data(), whole.data(), floatsPerStereoGroup);
            fft.inverse (
                whole.data(), floatsPerStereoGroup, wholeBack.data(), wholeBack.data() + size);

            for (std::size_t step = 0; step < fft.numSteps(); ++step)
            {
                fft.forwardStep (step,
                                 { { left.data(), right.data() } },
                                 { stepped.data(), floatsPerStereoGroup });
                std::fill (left.begin(), left.end(), untouched); // needed in the first step only
            }

            EXPECT_EQ (stepped, whole) << size;

            for (std::size_t step = 0; step < fft.numSteps(); ++step)
            {
                const auto* const from = step < 2 ? &stepped
                                                  : &spoilt; // needed in the first two only
                other->inverseStep (step,
                                    { from->data(), floatsPerStereoGroup },
                                    { { steppedBack.data(), steppedBack.data() + size } });
            }

            EXPECT_EQ (steppedBack, wholeBack) << size;
        }
}

TEST (StereoFft, takesSignalsFromAnywhere)
{
    constexpr std::size_t size = 256;
    const auto left = noise (size + 3, 8), right = noise (size + 3, 9);
    const AlignedBuffer<float> leftMoved (left.begin() + 3, left.end());
    const AlignedBuffer<float> rightMoved (right.begin() + 1, right.end());
    AlignedBuffer<float> spectrum (2 * size), expected (2 * size);
    StereoFft fft { size };
    fft.forward (left.data() + 3, right.data() + 1, spectrum.data(), floatsPerStereoGroup);
    fft.forward (leftMoved.data(), rightMoved.data(), expected.data(), floatsPerStereoGroup);
    EXPECT_EQ (spectrum, expected);

    AlignedBuffer<float> back (2 * size + 4), backMoved (2 * size);
    fft.inverse (spectrum.data(), floatsPerStereoGroup, back.data() + 1, back.data() + size + 3);
    fft.inverse (spectrum.data(), floatsPerStereoGroup, backMoved.data(), backMoved.data() + size);

    for (std::size_t n = 0; n < size; ++n)
    {
        EXPECT_EQ (back[1 + n], backMoved[n]);
        EXPECT_EQ (back[size + 3 + n], backMoved[size + n]);
    }
}

TEST (StereoFft, multipliesOnTheWayBackAsBefore)
{
    const StereoPaths all { 15 };

    for (const auto instructions : instructionSets())
        for (const std::size_t size : { 64u, 128u, 4096u, 32768u })
        {
            const auto spectrum = noise (2 * size, 10), kernel = noise (4 * size, 11);
            const auto other = noise (2 * size, 12);
            AlignedBuffer<float> product (2 * size), left (size), right (size), leftThen (size),
                rightThen (size), otherLeft (size), otherRight (size);
            StereoFft fft { size, instructions, nullptr, { 0, 2 } };
            stereoProductFor (all, instructions) ({ spectrum.data(),
                                                    kernel.data(),
                                                    product.data(),
                                                    0,
                                                    fft.numGroups(),
                                                    1,
                                                    0,
                                                    1,
                                                    1,
                                                    0,
                                                    StereoProduct::Into::nothing });
            fft.inverse (product.data(), floatsPerStereoGroup, leftThen.data(), rightThen.data());
            const StereoFftProduct products[] {
                { other.data(), { { otherLeft.data(), otherRight.data() } } },
                { spectrum.data(), { { left.data(), right.data() } } },
            };
            fft.inverseOfProducts (products, kernel.data());
            const auto tolerance = 1e-5f * std::sqrt (static_cast<float> (size));

            for (std::size_t n = 0; n < size; ++n)
            {
                ASSERT_NEAR (left[n], leftThen[n], tolerance) << size;
                ASSERT_NEAR (right[n], rightThen[n], tolerance) << size;
            }
        }
}

TEST (StereoFft, multipliesTwoSpectraAsEachAlone)
{
    constexpr std::size_t size = 4096;
    const auto one = noise (2 * size, 13), other = noise (2 * size, 14),
               kernel = noise (4 * size, 15);

    for (const auto instructions : instructionSets())
    {
        StereoFft fft { size, instructions, nullptr, { 0, 2 } };
        AlignedBuffer<float> together (4 * size), alone (4 * size);

        for (auto* const to : { &together, &alone })
        {
            float* const at = to->data();
            const StereoFftProduct products[] { { one.data(), { { at, at + size } } },
                                                { other.data(),
                                                  { { at + 2 * size, at + 3 * size } } } };
            const std::span both { products };

            if (to == &together)
                fft.inverseOfProducts (both, kernel.data());
            else
                for (const auto& product : both)
                    fft.inverseOfProducts ({ &product, 1 }, kernel.data());
        }

        EXPECT_EQ (together, alone);
    }
}

TEST (StereoFft, leavesOutOnlyWhatNobodyReads)
{
    for (const auto instructions : instructionSets())
        for (const std::size_t size : { 64u, 128u, 256u, 512u, 8192u })
            for (const std::size_t quarters : { 1u, 2u, 3u })
            {
                const auto spectrum = noise (2 * size, 16);
                AlignedBuffer<float> left (size), right (size), leftWhole (size), rightWhole (size);
                const auto unread = size / 4 * quarters;
                StereoFft fft { size, instructions, nullptr, { unread, 1 } };
                StereoFft whole { size, instructions };
                fft.inverse (spectrum.data(), floatsPerStereoGroup, left.data(), right.data());
                whole.inverse (
                    spectrum.data(), floatsPerStereoGroup, leftWhole.data(), rightWhole.data());

                for (auto n = unread; n < size; ++n)
                {
                    ASSERT_EQ (left[n], leftWhole[n]) << size;
                    ASSERT_EQ (right[n], rightWhole[n]) << size;
                }
            }
}

TEST (StereoFft, leavesTheHeapAlone)
{
    constexpr std::size_t size = 8192;
    AlignedBuffer<float> samples (2 * size), spectrum (2 * size);
    StereoFft fft { size };

    support::AllocationGuard heap;
    fft.forward (samples.data(), samples.data() + size, spectrum.data(), floatsPerStereoGroup);
    fft.inverse (spectrum.data(), floatsPerStereoGroup, samples.data(), samples.data() + size);
    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace dsp
