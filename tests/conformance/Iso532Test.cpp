// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/StationaryLoudness.h"
#include "hearing/SteadyLevels.h"
#include "hearing/ZwickerLoudness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>
#include <string>

#include "conformance/Iso532Signals.h"
#include "conformance/SharedVectors.h"

/** ISO 532-1:2017, Annex B: published loudness of test signals, to 5 % or 0.1 sone, and 2 ms. The
    signals are synthesised where they have a definition; the recordings themselves are heard where their
    folder is. Signals 14 to 25 are recordings that are not in it.
*/
namespace hearing
{
namespace
{

using conformance::pinkNoise, conformance::risingNoise, conformance::risingTone,
    conformance::steadyTone, conformance::tonePulses;

constexpr units::SampleRate rate { 48000 };
constexpr Calibration calibration { { 100.0 }, SoundField::free };

double allowed (double published) { return std::max (0.05 * published, 0.1); }

StationaryLoudness steadyLoudness (const dsp::AudioBuffer& sound)
{
    return stationaryLoudness (
        steadyThirdOctaves (sound.channel (0), rate, calibration.fullScale, { 0.5 }),
        calibration.field);
}

LoudnessOverTime loudnessOf (const dsp::AudioBuffer& sound)
{
    return zwickerLoudness (sound.block(), rate, calibration).front();
}

struct PatternPoint
{
    std::size_t step; ///< in tenths of a Bark
    double sonePerBark;
};

void expectPattern (const LoudnessPattern& loudness,
                    double published,
                    std::initializer_list<PatternPoint> points)
{
    EXPECT_NEAR (loudness.sone, published, allowed (published));

    for (const auto& point : points)
        EXPECT_NEAR (
            loudness.specific[point.step - 1], point.sonePerBark, allowed (point.sonePerBark))
            << point.step;
}

struct CurvePoint
{
    std::size_t milliseconds;
    double sone;
};

/** How far from the published value the nearest of three neighbouring points lies. */
double deviation (const LoudnessOverTime& loudness, std::size_t point, double published)
{
    double least = HUGE_VAL;

    for (std::size_t i = point - std::min<std::size_t> (point, 1);
         i <= point + 1 && i < loudness.sone.size();
         ++i)
        least = std::min (least, std::abs (loudness.sone[i] - published));

    return least;
}

void expectCurve (const LoudnessOverTime& loudness,
                  double publishedMaximum,
                  std::initializer_list<CurvePoint> points)
{
    EXPECT_NEAR (loudness.maximum(), publishedMaximum, allowed (publishedMaximum));

    for (const auto& point : points)
        EXPECT_LE (deviation (loudness, point.milliseconds / 2, point.sone), allowed (point.sone))
            << point.milliseconds << " ms";
}

TEST (Iso532Stationary, signal1MachineryNoiseByItsThirdOctaves)
{
    expectPattern (stationaryLoudness ({ -60, -60, 78, 79, 89, 72, 80, 89, 75, 87, 85, 79, 86, 80,
                                         71,  70,  72, 71, 72, 74, 69, 65, 67, 77, 68, 58, 45, 30 },
                                       SoundField::free),
                   83.296,
                   { { 1, 5.327 },
                     { 20, 7.560 },
                     { 60, 3.752 },
                     { 100, 2.350 },
                     { 140, 2.847 },
                     { 200, 3.453 },
                     { 240, 0.402 } });
}

TEST (Iso532Stationary, signal2SineOf250HzAt80dB)
{
    expectPattern (
        steadyLoudness (steadyTone (250.0, 80.0, rate)),
        14.655,
        { { 5, 0.0 }, { 20, 4.583 }, { 30, 4.231 }, { 50, 1.832 }, { 70, 0.587 }, { 90, 0.156 } });
}

TEST (Iso532Stationary, signal3SineOf1kHzAt60dB)
{
    expectPattern (steadyLoudness (steadyTone (1000.0, 60.0, rate)),
                   4.019,
                   { { 50, 0.006 },
                     { 70, 0.342 },
                     { 85, 1.227 },
                     { 90, 1.227 },
                     { 110, 0.378 },
                     { 130, 0.107 } });
}

TEST (Iso532Stationary, signal4SineOf4kHzAt40dB)
{
    expectPattern (
        steadyLoudness (steadyTone (4000.0, 40.0, rate)),
        1.549,
        { { 150, 0.0 }, { 170, 0.494 }, { 180, 0.494 }, { 200, 0.144 }, { 220, 0.032 } });
}

TEST (Iso532Stationary, signal5PinkNoiseAt60dB)
{
    expectPattern (steadyLoudness (pinkNoise (42.8, 10.0, rate)),
                   10.498,
                   { { 5, 0.154 },
                     { 20, 0.502 },
                     { 50, 0.441 },
                     { 90, 0.408 },
                     { 130, 0.446 },
                     { 180, 0.600 },
                     { 200, 0.477 },
                     { 240, 0.153 } });
}

TEST (Iso532TimeVarying, signal6SineOf250HzFrom30To80dB)
{
    expectCurve (loudnessOf (risingTone (250.0, rate)),
                 14.359,
                 { { 98, 0.0 },
                   { 200, 0.247 },
                   { 1000, 0.466 },
                   { 2000, 0.739 },
                   { 4000, 1.531 },
                   { 6000, 3.209 },
                   { 8000, 6.614 },
                   { 10000, 13.899 },
                   { 10120, 11.205 },
                   { 10200, 2.733 },
                   { 10300, 0.648 } });
}

/** Between 0.30 and 0.42 sone/Bark the slope falls by 0.22 sone/Bark per Bark in the fifth band above the
    lowest; with the 0.24 of other programs the curve is missed by 0.017 sone. */
TEST (Iso532TimeVarying, signal6FollowsTheSlopeOfTheFifthBand)
{
    EXPECT_NEAR (loudnessOf (risingTone (250.0, rate)).sone[3410], 4.302, 0.002);
}

TEST (Iso532TimeVarying, signal7SineOf1kHzFrom30To80dB)
{
    expectCurve (loudnessOf (risingTone (1000.0, rate)),
                 15.953,
                 { { 98, 0.0 },
                   { 200, 0.373 },
                   { 1000, 0.634 },
                   { 2000, 0.948 },
                   { 4000, 1.911 },
                   { 6000, 3.819 },
                   { 8000, 7.714 },
                   { 10000, 15.438 },
                   { 10120, 8.275 },
                   { 10200, 2.286 },
                   { 10300, 0.547 } });
}

TEST (Iso532TimeVarying, signal8SineOf4kHzFrom30To80dB)
{
    expectCurve (loudnessOf (risingTone (4000.0, rate)),
                 23.950,
                 { { 98, 0.0 },
                   { 200, 0.636 },
                   { 1000, 1.037 },
                   { 2000, 1.490 },
                   { 4000, 2.947 },
                   { 6000, 5.815 },
                   { 8000, 11.619 },
                   { 10000, 23.226 },
                   { 10120, 11.812 },
                   { 10200, 3.320 },
                   { 10300, 0.795 } });
}

/** Two noises differ from moment to moment, so that what is compared are means over half a second. */
TEST (Iso532TimeVarying, signal9PinkNoiseThatRisesBy50dB)
{
    const auto loudness = loudnessOf (risingNoise (rate));

    for (const auto& published : { CurvePoint { 100, 0.286 },
                                   { 1100, 0.730 },
                                   { 2100, 1.438 },
                                   { 3100, 2.450 },
                                   { 4100, 3.812 },
                                   { 5100, 5.810 },
                                   { 6100, 8.346 },
                                   { 7100, 11.646 },
                                   { 8100, 16.381 },
                                   { 9100, 22.787 },
                                   { 9600, 26.790 } })
    {
        const auto first = loudness.sone.begin()
                           + static_cast<std::ptrdiff_t> (published.milliseconds / 2);
        const double mean = std::accumulate (first, first + 250, 0.0) / 250.0;
        EXPECT_NEAR (mean, published.sone, allowed (published.sone))
            << published.milliseconds << " ms";
    }

    EXPECT_NEAR (loudness.maximum(), 29.314, allowed (29.314));
}

TEST (Iso532TimeVarying, signal10PulseOf10ms)
{
    expectCurve (loudnessOf (tonePulses ({ { 70.0, 15.0, 23.0 } }, rate)),
                 4.300,
                 { { 16, 0.422 },
                   { 20, 2.349 },
                   { 24, 3.819 },
                   { 30, 4.148 },
                   { 40, 1.873 },
                   { 60, 0.886 },
                   { 100, 0.428 },
                   { 200, 0.101 },
                   { 500, 0.001 } });
}

TEST (Iso532TimeVarying, signal11PulseOf50ms)
{
    expectCurve (loudnessOf (tonePulses ({ { 70.0, 15.0, 63.0 } }, rate)),
                 5.975,
                 { { 20, 2.349 },
                   { 30, 4.508 },
                   { 60, 5.785 },
                   { 70, 5.730 },
                   { 80, 3.687 },
                   { 100, 2.183 },
                   { 140, 1.089 },
                   { 200, 0.455 },
                   { 300, 0.109 } });
}

TEST (Iso532TimeVarying, signal12PulseOf500ms)
{
    expectCurve (loudnessOf (tonePulses ({ { 70.0, 15.0, 513.0 } }, rate)),
                 8.077,
                 { { 20, 2.349 },
                   { 60, 5.785 },
                   { 120, 7.106 },
                   { 200, 7.770 },
                   { 500, 8.076 },
                   { 520, 7.821 },
                   { 540, 4.676 },
                   { 600, 1.662 },
                   { 700, 0.396 } });
}

TEST (Iso532TimeVarying, signal13FaintPulseAndLoudPulse)
{
    expectCurve (loudnessOf (tonePulses ({ { 60.0, 15.0, 113.0 }, { 80.0, 123.0, 131.0 } }, rate)),
                 9.976,
                 { { 20, 1.190 },
                   { 60, 2.876 },
                   { 100, 3.373 },
                   { 120, 3.375 },
                   { 126, 4.660 },
                   { 130, 8.042 },
                   { 140, 8.645 },
                   { 200, 1.594 },
                   { 300, 0.372 } });
}

std::optional<std::filesystem::path> recording (std::size_t signal)
{
    const auto vectors = conformance::sharedVectors();

    if (! vectors)
        return std::nullopt;

    const auto prefix = "Test signal " + std::to_string (signal) + " (";

    for (const auto& entry : std::filesystem::directory_iterator (*vectors / "iso532-1"))
        if (entry.path().filename().string().rfind (prefix, 0) == 0)
            return entry.path();

    return std::nullopt;
}

std::filesystem::path curveOf (std::size_t signal)
{
    const auto number = (signal < 10 ? "0" : "") + std::to_string (signal);
    const auto kind = signal <= 5 ? "_specific.csv" : "_loudness.csv";
    return *conformance::sharedVectors() / "iso532-1/curves" / ("signal_" + number + kind);
}

class Iso532Recording : public testing::TestWithParam<std::size_t>
{};

TEST_P (Iso532Recording, hasThePublishedCurve)
{
    const auto file = recording (GetParam());

    if (! file)
        GTEST_SKIP() << "The recording is not here: see docs/hearing.md.";

    const auto sound = conformance::wholeFile (*file);
    const auto published = conformance::secondColumn (curveOf (GetParam()));
    double worst = 0.0;

    if (GetParam() <= 5)
    {
        const auto loudness = steadyLoudness (sound);
        ASSERT_EQ (published.size(), loudness.specific.size());

        for (std::size_t i = 0; i < published.size(); ++i)
        {
            const double difference = std::abs (loudness.specific[i] - published[i]);
            EXPECT_LE (difference, allowed (published[i])) << i;
            worst = std::max (worst, difference);
        }

        RecordProperty ("sone", std::to_string (loudness.sone));
    }
    else
    {
        const auto loudness = loudnessOf (sound);
        ASSERT_EQ (published.size(), loudness.sone.size());

        for (std::size_t i = 0; i < published.size(); ++i)
        {
            const double difference = deviation (loudness, i, published[i]);
            EXPECT_LE (difference, allowed (published[i])) << 2 * i << " ms";
            worst = std::max (worst, difference);
        }

        const double maximum = *std::max_element (published.begin(), published.end());
        EXPECT_NEAR (loudness.maximum(), maximum, allowed (maximum));
        RecordProperty ("sone", std::to_string (loudness.maximum()));
    }

    // Far below the tolerance, and above the rounding of what is published: so tables are pinned.
    EXPECT_LT (worst, 0.003);
    RecordProperty ("worstDeviation", std::to_string (worst));
}

INSTANTIATE_TEST_SUITE_P (AnnexB, Iso532Recording, testing::Range<std::size_t> (2, 14));

} // namespace
} // namespace hearing
