// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Fft.h"

#include "support/AllocationGuard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <thread>

namespace dsp
{
namespace
{

using Bins = std::vector<std::complex<double>>;

std::vector<double> noise (std::size_t length, unsigned seed)
{
    std::mt19937 generator { seed };
    std::normal_distribution<double> normal;
    std::vector<double> signal (length);
    std::generate (signal.begin(), signal.end(), [&] { return normal (generator); });
    return signal;
}

/** The definition of the discrete Fourier transform, term by term. */
Bins slowTransform (const std::vector<double>& signal)
{
    const auto size = signal.size();
    Bins bins (size / 2 + 1);

    for (std::size_t k = 0; k < bins.size(); ++k)
        for (std::size_t n = 0; n < size; ++n)
            bins[k] += signal[n]
                       * std::polar (1.0,
                                     -2.0 * std::numbers::pi * static_cast<double> (k * n % size)
                                         / static_cast<double> (size));

    return bins;
}

std::complex<double> bin (const std::vector<float>& spectrum, std::size_t pitch, std::size_t k)
{
    const auto at = k / binsPerGroup * pitch + k % binsPerGroup;
    return { spectrum[at], spectrum[at + binsPerGroup] };
}

TEST (RealFft, agreesWithTheDefinitionAtEveryPitch)
{
    for (const std::size_t size : { 32u, 64u, 512u, 2048u })
        for (const std::size_t pitch : { 32u, 96u })
        {
            const auto signal = noise (size, 1);
            const auto expected = slowTransform (signal);
            RealFft fft { size };
            std::copy (signal.begin(), signal.end(), fft.samples().begin());
            std::vector<float> spectrum (fft.numGroups() * pitch);
            fft.forward (spectrum.data(), pitch);

            const auto tolerance = 1e-5 * std::sqrt (static_cast<double> (size));
            EXPECT_NEAR (spectrum[0], expected.front().real(), tolerance);
            EXPECT_NEAR (spectrum[binsPerGroup], expected.back().real(), tolerance);

            for (std::size_t k = 1; k < size / 2; ++k)
                ASSERT_LT (std::abs (bin (spectrum, pitch, k) - expected[k]), tolerance)
                    << "bin " << k << " of " << size;
        }
}

TEST (RealFft, comesBackToTheSameSamplesAndTouchesNothingBetweenGroups)
{
    constexpr std::size_t size = 256, pitch = 40;
    const auto signal = noise (size, 2);
    RealFft fft { size };
    std::copy (signal.begin(), signal.end(), fft.samples().begin());
    std::vector<float> spectrum (fft.numGroups() * pitch, 99.0f);
    fft.forward (spectrum.data(), pitch);
    fft.inverse (spectrum.data(), pitch);

    for (std::size_t n = 0; n < size; ++n)
        EXPECT_NEAR (fft.samples()[n], signal[n], 1e-6);

    for (std::size_t group = 0; group < fft.numGroups(); ++group)
        for (std::size_t gap = floatsPerGroup; gap < pitch; ++gap)
            EXPECT_EQ (spectrum[group * pitch + gap], 99.0f);
}

TEST (RealFft, leavesTheHeapAlone)
{
    RealFft fft { 1024 };
    std::vector<float> spectrum (1024);

    support::AllocationGuard heap;
    fft.forward (spectrum.data(), floatsPerGroup);
    fft.inverse (spectrum.data(), floatsPerGroup);
    EXPECT_EQ (heap.count(), 0u);
}

TEST (RealFft, canBeMadeOnSeveralThreadsAtOnce)
{
    std::vector<std::thread> threads;

    for (int i = 0; i < 4; ++i)
        threads.emplace_back ([] {
            for (std::size_t size = 32; size <= 4096; size *= 2)
            {
                RealFft fft { size };
                DesignFft design { size };
            }
        });

    for (auto& thread : threads)
        thread.join();
}

TEST (DesignFft, agreesWithTheDefinition)
{
    for (const std::size_t size : { 2u, 30u, 64u, 500u })
    {
        const auto signal = noise (size, 3);
        const auto expected = slowTransform (signal);
        const auto bins = DesignFft { size }.forward (signal);
        ASSERT_EQ (bins.size(), expected.size());

        for (std::size_t k = 0; k < bins.size(); ++k)
            EXPECT_LT (std::abs (bins[k] - expected[k]), 1e-11 * static_cast<double> (size));
    }
}

TEST (DesignFft, comesBackToTheSameSamplesAndPadsShortOnes)
{
    const auto signal = noise (700, 4);
    const DesignFft fft { 1000 };
    const auto back = fft.inverse (fft.forward (signal));
    ASSERT_EQ (back.size(), 1000u);

    for (std::size_t n = 0; n < back.size(); ++n)
        EXPECT_NEAR (back[n], n < signal.size() ? signal[n] : 0.0, 1e-14);
}

} // namespace
} // namespace dsp
