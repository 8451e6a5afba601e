// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/SpectralProduct.h"

#include "dsp/AlignedBuffer.h"
#include "dsp/SpectrumLayout.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <complex>

namespace dsp
{
namespace
{

constexpr std::size_t numGroups = 3, numPartitions = 5;
constexpr std::size_t pitch = (numPartitions + 2) * floatsPerGroup;

AlignedBuffer<float> randomSpectra (std::size_t length, unsigned seed)
{
    const auto samples = support::toBuffer (support::noise (1, length, seed));
    return { samples.channel (0).begin(), samples.channel (0).end() };
}

std::complex<double> at (const AlignedBuffer<float>& spectra, std::size_t place)
{
    return { spectra[place], spectra[place + binsPerGroup] };
}

/** One bin of the sum, by definition. */
std::complex<double> slowSum (const AlignedBuffer<float>& x,
                              const AlignedBuffer<float>& h,
                              std::size_t group,
                              std::size_t bin)
{
    std::complex<double> sum = 0.0;

    for (std::size_t p = 0; p < numPartitions; ++p)
    {
        const auto place = group * pitch + p * floatsPerGroup + bin;
        const auto a = at (x, place), b = at (h, place);
        const auto isPacked = group == 0 && bin == 0;
        sum += isPacked ? std::complex { a.real() * b.real(), a.imag() * b.imag() } : a * b;
    }

    return sum;
}

void expectSums (SpectralArithmetic arithmetic)
{
    const auto x = randomSpectra (numGroups * pitch, 1);
    const AlignedBuffer<float> h[] = { randomSpectra (numGroups * pitch, 2),
                                       randomSpectra (numGroups * pitch, 3) };
    AlignedBuffer<float> one (numGroups * floatsPerGroup, 1.0f), first = one, second = one;

    arithmetic.toOneOutput ({ x.data(),
                              { h[0].data(), nullptr },
                              { one.data(), nullptr },
                              numGroups,
                              numPartitions,
                              pitch,
                              pitch });
    arithmetic.toTwoOutputs ({ x.data(),
                               { h[0].data(), h[1].data() },
                               { first.data(), second.data() },
                               numGroups,
                               numPartitions,
                               pitch,
                               pitch });

    for (std::size_t group = 0; group < numGroups; ++group)
        for (std::size_t bin = 0; bin < binsPerGroup; ++bin)
        {
            const auto place = group * floatsPerGroup + bin;
            const std::complex<double> start { 1.0, 1.0 };
            EXPECT_LT (std::abs (at (one, place) - start - slowSum (x, h[0], group, bin)), 1e-5);
            EXPECT_LT (std::abs (at (first, place) - start - slowSum (x, h[0], group, bin)), 1e-5);
            EXPECT_LT (std::abs (at (second, place) - start - slowSum (x, h[1], group, bin)), 1e-5);
        }
}

TEST (SpectralProduct, addsComplexProductsAndTwoRealOnesInBinZero)
{
    expectSums (portableArithmetic());
}

TEST (SpectralProduct, doesTheSameInTheFastestWayThisMachineHas)
{
    expectSums (fastestArithmetic());
}

} // namespace
} // namespace dsp
