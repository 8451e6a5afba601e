// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/Sharpness.h"
#include "hearing/StationaryLoudness.h"
#include "hearing/SteadyLevels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "conformance/Iso532Signals.h"
#include "conformance/SharedVectors.h"

/** DIN 45692:2009: published sharpness of noises one critical band wide, to 5 % or 0.05 acum. */
namespace hearing
{
namespace
{

constexpr units::SampleRate rate { 48000 };

struct TestNoise
{
    int centreHz;
    double acum;
};

constexpr TestNoise testNoises[] = {
    { 250, 0.38 },  { 350, 0.49 },  { 450, 0.60 },   { 570, 0.71 },  { 700, 0.82 },  { 840, 0.93 },
    { 1000, 1.00 }, { 1170, 1.13 }, { 1370, 1.26 },  { 1600, 1.35 }, { 1850, 1.49 }, { 2150, 1.64 },
    { 2500, 1.78 }, { 2900, 2.06 }, { 3400, 2.40 },  { 4000, 2.82 }, { 4800, 3.48 }, { 5800, 4.43 },
    { 7000, 5.52 }, { 8500, 6.81 }, { 10500, 8.55 },
};

double allowed (double acum) { return std::max (0.05 * acum, 0.05); }

ThirdOctaveLevels levelsOf (const dsp::AudioBuffer& sound)
{
    return steadyThirdOctaves (sound.channel (0), rate, { 100.0 }, { 0.3 });
}

StationaryLoudness louder (ThirdOctaveLevels levels, double byDb)
{
    for (auto& level : levels)
        level += byDb;

    return stationaryLoudness (levels, SoundField::free);
}

/** The sound brought to the 4 sone that the standard asks of its noises. */
StationaryLoudness atFourSone (const ThirdOctaveLevels& levels)
{
    double low = -100.0, high = 100.0;

    while (high - low > 1e-6)
    {
        const double middle = (low + high) / 2.0;
        (louder (levels, middle).sone < 4.0 ? low : high) = middle;
    }

    return louder (levels, low);
}

/** A noise one critical band wide (Zwicker and Terhardt 1980). */
dsp::AudioBuffer criticalBandNoise (double centreHz)
{
    const double kilohertz = centreHz / 1000.0;
    const double width = 25.0 + 75.0 * std::pow (1.0 + 1.4 * kilohertz * kilohertz, 0.69);
    return conformance::bandNoise (centreHz - width / 2.0, centreHz + width / 2.0, 3.0, rate);
}

TEST (Din45692, narrowBandNoises)
{
    for (const auto& noise : testNoises)
        EXPECT_NEAR (
            sharpness (atFourSone (levelsOf (criticalBandNoise (noise.centreHz))).specific).value(),
            noise.acum,
            allowed (noise.acum))
            << noise.centreHz;
}

TEST (Din45692, recordedNarrowBandNoises)
{
    const auto vectors = conformance::sharedVectors();

    if (! vectors)
        GTEST_SKIP() << "The recordings are not here: see docs/hearing.md.";

    for (const auto& noise : testNoises)
    {
        const auto name = "narrowband_" + std::to_string (noise.centreHz);
        const auto folder = *vectors / "din45692";
        const auto file = folder / (name + (noise.centreHz == 250 ? ".WAV" : ".wav"));
        const auto levels = levelsOf (conformance::wholeFile (file));

        // As the collection states its calibration, they have 10 sone.
        EXPECT_NEAR (
            sharpness (louder (levels, 0.0).specific).value(), noise.acum, allowed (noise.acum))
            << name;
        EXPECT_NEAR (
            sharpness (atFourSone (levels).specific).value(), noise.acum, allowed (noise.acum))
            << name << " at 4 sone";
    }
}

} // namespace
} // namespace hearing
