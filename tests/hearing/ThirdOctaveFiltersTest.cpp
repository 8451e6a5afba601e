// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ThirdOctaveFilters.h"

#include "hearing/SteadyLevels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <vector>

namespace hearing
{
namespace
{

constexpr units::SampleRate tabled { 48000 };

double levelDb (const ThirdOctaveFilter& filter, double hz, units::SampleRate rate)
{
    const auto delay = std::polar (1.0, -2.0 * std::numbers::pi * hz / rate.hertz);
    std::complex<double> response = filter.gain;

    for (const auto& resonator : filter.resonators)
        response *= (1.0 - delay * delay) / (1.0 + delay * (resonator.a1 + delay * resonator.a2));

    return 20.0 * std::log10 (std::abs (response));
}

TEST (ThirdOctaveFilters, haveTheTableOfTheStandard)
{
    const auto filters = thirdOctaveFilters (tabled);
    double a1 = 0.0, a2 = 0.0, gains = 0.0;

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        ASSERT_TRUE (filters[band]);

        for (std::size_t i = 0; i < 3; ++i)
        {
            const double place = static_cast<double> (3 * band + i + 1);
            a1 += place * (filters[band]->resonators[i].a1 + 2.0);
            a2 += place * (1.0 - filters[band]->resonators[i].a2);
        }

        gains += static_cast<double> (band + 1) * std::log10 (filters[band]->gain);
    }

    EXPECT_NEAR (a1, 1629.520665853, 1e-7);
    EXPECT_NEAR (a2, 212.8333491, 1e-7);
    EXPECT_NEAR (gains, -2030.428524, 1e-6);
}

TEST (ThirdOctaveFilters, passTheirBandAndLittleElse)
{
    const auto filters = thirdOctaveFilters (tabled);

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        const double centre = thirdOctaveCentreHz (band);
        EXPECT_NEAR (levelDb (*filters[band], centre, tabled), 0.0, 0.2) << band;
        EXPECT_LT (levelDb (*filters[band], centre / 2.0, tabled), -40.0) << band;
        EXPECT_LT (levelDb (*filters[band], std::min (2.0 * centre, 23000.0), tabled), -40.0)
            << band;
    }
}

TEST (ThirdOctaveFilters, areTheSameAtOtherRatesWithinTheirBands)
{
    const auto expected = thirdOctaveFilters (tabled);

    for (const int hertz : { 8000, 16000, 32000, 44100, 88200, 96000, 192000 })
    {
        const auto filters = thirdOctaveFilters ({ hertz });

        for (std::size_t band = 0; band < numThirdOctaves; ++band)
            if (filters[band])
                for (const double place : { -0.05, -0.025, 0.0, 0.025, 0.05 })
                {
                    const double hz = thirdOctaveCentreHz (band) * std::pow (10.0, place);
                    EXPECT_NEAR (levelDb (*filters[band], hz, { hertz }),
                                 levelDb (*expected[band], hz, tabled),
                                 hz < 0.3 * hertz ? 0.15 : 0.7)
                        << band << " at " << hertz << " " << place;
                }
    }
}

TEST (ThirdOctaveFilters, endBelowNyquist)
{
    const auto filters = thirdOctaveFilters ({ 8000 });
    EXPECT_TRUE (filters[21]);  // 3.15 kHz
    EXPECT_FALSE (filters[22]); // 4 kHz
    EXPECT_FALSE (filters[27]);
}

TEST (ThirdOctaveFilters, smoothNeverFasterThanAtOneKilohertz)
{
    EXPECT_NEAR (smoothingSeconds (6), 2.0 / 300.0, 1e-12); // 100 Hz
    EXPECT_NEAR (smoothingSeconds (16), 2.0 / 3000.0, 1e-12);
    EXPECT_EQ (smoothingSeconds (27), smoothingSeconds (16));
}

std::vector<float> sine (double hz, std::size_t length)
{
    std::vector<float> samples (length);

    for (std::size_t n = 0; n < length; ++n)
        samples[n] = static_cast<float> (
            std::sin (2.0 * std::numbers::pi * hz * static_cast<double> (n) / tabled.hertz));

    return samples;
}

TEST (SteadyLevels, findATonesLevelInItsBand)
{
    const auto levels = steadyThirdOctaves (sine (1000.0, 48000), tabled, { 94.0 }, { 0.3 });
    EXPECT_NEAR (levels[16], 94.0, 0.1);
    EXPECT_LT (levels[14], 60.0);
    EXPECT_LT (levels[18], 60.0);
}

TEST (SteadyLevels, giveSilenceNoLevel)
{
    EXPECT_EQ (steadyThirdOctaves (std::vector<float> (4800), tabled, { 94.0 }, { 0.0 })[16],
               -HUGE_VAL);
    EXPECT_EQ (steadyThirdOctaves (sine (1000.0, 4800), tabled, { 94.0 }, { 0.2 })[16], -HUGE_VAL);
    EXPECT_EQ (steadyThirdOctaves ({}, tabled, { 94.0 }, { 0.0 })[16], -HUGE_VAL);
}

TEST (SteadyLevels, countWhatIsNoNumberAsSilence)
{
    auto samples = sine (1000.0, 48000);
    samples[100] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_NEAR (steadyThirdOctaves (samples, tabled, { 94.0 }, { 0.3 })[16], 94.0, 0.1);
}

} // namespace
} // namespace hearing
