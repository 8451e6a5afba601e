// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MinimumPhase.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>
#include <random>

namespace dsp
{
namespace
{

constexpr int rates[] = { 8000, 44100, 48000, 88200, 96000, 192000 };

/** 20·log10 |Σ h[n]·e^(−jωn)|, by the definition. */
double levelDbOf (const ImpulseResponse& ir, double frequencyHz)
{
    const auto step = std::polar (1.0, -2.0 * std::numbers::pi * frequencyHz / ir.rate.hertz);
    std::complex<double> sum;
    std::complex<double> turn = 1.0;

    for (const double sample : ir.samples)
    {
        sum += sample * turn;
        turn *= step;
    }

    return 20.0 * std::log10 (std::abs (sum));
}

double octavesFrom (double frequencyHz, double centreHz)
{
    return std::log2 (frequencyHz / centreHz);
}

double bell (double frequencyHz, double centreHz, double widthOctaves)
{
    const double x = octavesFrom (frequencyHz, centreHz) / widthOctaves;
    return std::exp (-x * x);
}

struct Shape
{
    const char* name;
    double (*levelDbAt) (double);
};

constexpr Shape shapes[] = {
    { "flat", [] (double) { return -3.0; } },
    { "resonantHeadphone",
      [] (double f) {
          return 9.0 * bell (f, 3000.0, 0.6) - 12.0 * bell (f, 8200.0, 0.08)
                 + 6.0 * bell (f, 9500.0, 0.1) - 8.0 * bell (f, 25.0, 0.7);
      } },
    { "highPassOf24DbPerOctave",
      [] (double f) { return -10.0 * std::log10 (1.0 + std::pow (300.0 / f, 8.0)); } },
    { "phoneThatGivesUpBelow400Hz",
      [] (double f) {
          return f < 400.0 ? std::max (-60.0, 24.0 * octavesFrom (f, 400.0))
                           : 4.0 * std::sin (9.0 * std::log (f / 400.0));
      } },
    { "lowShelf", [] (double f) { return 12.0 / (1.0 + std::pow (f / 105.0, 4.0)); } },
    { "highShelf", [] (double f) { return -10.0 / (1.0 + std::pow (f / 2500.0, -4.0)); } },
    { "risingAllTheWay", [] (double f) { return 6.0 * octavesFrom (f, 1000.0); } },
    { "fallingAllTheWay", [] (double f) { return -6.0 * octavesFrom (f, 1000.0); } },
    { "narrowNotchOf40Db", [] (double f) { return -40.0 * bell (f, 1000.0, 0.05); } },
};

/** Bells of random place and height, at least a quarter of an octave wide. */
FrequencyResponse randomResponse (unsigned seed)
{
    std::mt19937 random { seed };
    std::uniform_real_distribution<double> place { std::log (25.0), std::log (18000.0) };
    std::uniform_real_distribution<double> height { -12.0, 12.0 };
    std::uniform_real_distribution<double> width { 0.25, 1.5 };
    std::vector<double> bells;

    for (int i = 0; i < 12; ++i)
        for (const double value : { std::exp (place (random)), height (random), width (random) })
            bells.push_back (value);

    return FrequencyResponse::sampled (libraryGridHz(), [&bells] (double f) {
        double level = 0.0;

        for (std::size_t b = 0; b < bells.size(); b += 3)
            level += bells[b + 1] * bell (f, bells[b], bells[b + 2]);

        return level;
    });
}

void expectToComeBack (const FrequencyResponse& response, units::SampleRate rate)
{
    const auto ir = minimumPhase (response, rate);
    const auto points = response.frequenciesHz();

    for (std::size_t i = 0; i < points.size(); i += 3)
    {
        const double wanted = response.levelDbAt (points[i]);
        const double tolerance = points[i] < 40.0 ? 0.3 : 0.1;

        if (points[i] < 0.999 * rate.nyquistHz())
        {
            EXPECT_NEAR (levelDbOf (ir, points[i]), wanted, tolerance)
                << points[i] << " Hz at " << rate.hertz;
        }
    }
}

class MinimumPhaseShapes : public testing::TestWithParam<Shape>
{
protected:
    FrequencyResponse response() const
    {
        return FrequencyResponse::sampled (libraryGridHz(), GetParam().levelDbAt);
    }
};

TEST_P (MinimumPhaseShapes, comesBackAtEveryRate)
{
    for (const int rate : rates)
        expectToComeBack (response(), { rate });
}

TEST_P (MinimumPhaseShapes, neverRisesOutsideItsPoints)
{
    const auto ir = minimumPhase (response(), { 96000 });

    for (const double frequency : { 0.0, 2.0, 5.0, 10.0, 15.0 })
        EXPECT_LT (levelDbOf (ir, frequency), response().levelsDb().front() + 0.3) << frequency;

    for (const double frequency : { 20000.0, 25000.0, 40000.0, 48000.0 })
        EXPECT_LT (levelDbOf (ir, frequency), response().levelsDb().back() + 0.1) << frequency;
}

// Of all causal filters with one magnitude, the minimum-phase one has the most energy up to any
// sample. An all-pass filter behind it keeps the magnitude and must delay energy.
TEST_P (MinimumPhaseShapes, anAllPassBehindItOnlyDelaysEnergy)
{
    for (const double pole : { -0.9, -0.3, 0.5, 0.95 })
    {
        const auto ir = minimumPhase (response(), { 48000 });
        double lastIn = 0.0;
        double lastOut = 0.0;
        double energy = 0.0;
        double delayed = 0.0;

        for (const double in : ir.samples)
        {
            const double out = -pole * in + lastIn + pole * lastOut;
            lastIn = in;
            lastOut = out;
            energy += in * in;
            delayed += out * out;
            ASSERT_LE (delayed, energy * (1.0 + 1e-6) + 1e-12);
        }
    }
}

INSTANTIATE_TEST_SUITE_P (MinimumPhase,
                          MinimumPhaseShapes,
                          testing::ValuesIn (shapes),
                          [] (const auto& chosen) { return chosen.param.name; });

TEST (MinimumPhase, bringsRandomResponsesBack)
{
    for (unsigned seed = 1; seed <= 8; ++seed)
        for (const int rate : { 44100, 96000 })
            expectToComeBack (randomResponse (seed), { rate });
}

TEST (MinimumPhase, findsTheImpulseResponseOfABiquad)
{
    // A peak of +9 dB at 2 kHz, Q 2 (RBJ cookbook); poles and zeros lie inside the unit circle.
    const double rate = 48000.0;
    const double omega = 2.0 * std::numbers::pi * 2000.0 / rate;
    const double a = std::pow (10.0, 9.0 / 40.0);
    const double alpha = std::sin (omega) / 4.0;
    const double b[] = { 1.0 + alpha * a, -2.0 * std::cos (omega), 1.0 - alpha * a };
    const double d[] = { 1.0 + alpha / a, -2.0 * std::cos (omega), 1.0 - alpha / a };

    std::vector<double> frequencies;

    for (double f = 5.0; f < rate / 2.0; f *= 1.002)
        frequencies.push_back (f);

    const auto response = FrequencyResponse::sampled (frequencies, [&] (double f) {
        const auto z = std::polar (1.0, -2.0 * std::numbers::pi * f / rate);
        return 20.0
               * std::log10 (
                   std::abs ((b[0] + z * (b[1] + z * b[2])) / (d[0] + z * (d[1] + z * d[2]))));
    });

    const auto ir = minimumPhase (response, { 48000 });
    double y1 = 0.0;
    double y2 = 0.0;

    for (std::size_t n = 0; n < 400; ++n)
    {
        const double y = ((n < 3 ? b[n] : 0.0) - d[1] * y1 - d[2] * y2) / d[0];
        EXPECT_NEAR (ir.samples[n], y, 1e-4) << n;
        y2 = y1;
        y1 = y;
    }
}

TEST (MinimumPhase, ofAFlatResponseIsOneImpulse)
{
    const auto ir = minimumPhase (FrequencyResponse::flat (units::Decibels { -6.0 }), { 44100 });

    EXPECT_NEAR (ir.samples[0], std::pow (10.0, -6.0 / 20.0), 1e-9);
    EXPECT_LT (std::abs (*std::max_element (ir.samples.begin() + 1, ir.samples.end())), 1e-9);
}

TEST (MinimumPhase, continuesAtItsLastSlope)
{
    const auto fall = FrequencyResponse::fromPoints ({ 100.0, 200.0, 5000.0, 10000.0 },
                                                     { -12.0, 0.0, 0.0, -6.0 });
    const auto ir = minimumPhase (*fall, { 96000 });

    EXPECT_NEAR (levelDbOf (ir, 50.0), -24.0, 0.3);
    EXPECT_NEAR (levelDbOf (ir, 25.0), -36.0, 0.5);
    EXPECT_NEAR (levelDbOf (ir, 20000.0), -12.0, 0.1);
    EXPECT_NEAR (levelDbOf (ir, 40000.0), -18.0, 0.1);
}

TEST (MinimumPhase, isLongOnlyWhereThereIsBass)
{
    const units::SampleRate rate { 48000 };
    const auto phone = FrequencyResponse::sampled (libraryGridHz(), shapes[3].levelDbAt);
    const auto headphone = FrequencyResponse::sampled (libraryGridHz(), shapes[1].levelDbAt);

    EXPECT_EQ (minimumPhase (phone, rate).samples.size(), rate.framesIn ({ 0.34 }));
    EXPECT_EQ (minimumPhase (headphone, rate).samples.size(), rate.framesIn ({ 0.68 }));
    EXPECT_EQ (minimumPhase (headphone, rate, { 0.1 }).samples.size(), rate.framesIn ({ 0.1 }));
}

} // namespace
} // namespace dsp
