// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/PartialLoudness.h"

#include "dsp/AudioBuffer.h"
#include "dsp/RandomNumbers.h"
#include "hearing/StationaryLoudness.h"
#include "hearing/ThirdOctaveFilters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace hearing
{
namespace
{

constexpr std::size_t oneKilohertz = 16;

ThirdOctaveLevels silence()
{
    ThirdOctaveLevels levels;
    levels.fill (-HUGE_VAL);
    return levels;
}

ThirdOctaveLevels tone (std::size_t band, double levelDb)
{
    auto levels = silence();
    levels[band] = levelDb;
    return levels;
}

/** White noise of so many dB per hertz. */
ThirdOctaveLevels whiteNoise (double densityDb)
{
    ThirdOctaveLevels levels;

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        const double width = thirdOctaveCentreHz (band)
                             * (std::pow (10.0, 0.05) - std::pow (10.0, -0.05));
        levels[band] = densityDb + 10.0 * std::log10 (width);
    }

    return levels;
}

ThirdOctaveLevels raised (ThirdOctaveLevels levels, double byDb)
{
    for (double& level : levels)
        level += byDb;

    return levels;
}

MaskedThreshold beside (const ThirdOctaveLevels& noise)
{
    return MaskedThreshold::beside (noise, SoundField::free).value();
}

LoudnessPattern inQuiet (const ThirdOctaveLevels& programme)
{
    return stationaryLoudness (programme, SoundField::free);
}

double partial (const ThirdOctaveLevels& programme, const MaskedThreshold& threshold)
{
    return partialLoudness (inQuiet (programme), threshold).sone;
}

/** The lowest level at which a tone has any loudness left. */
double toneThresholdDb (std::size_t band, const MaskedThreshold& threshold)
{
    double level = -10.0;

    while (partial (tone (band, level), threshold) < 0.001)
        level += 0.1;

    return level;
}

TEST (PartialLoudness, isLoudnessInQuietWithoutNoise)
{
    for (const auto& programme : { whiteNoise (20.0),
                                   whiteNoise (0.0),
                                   tone (oneKilohertz, 60.0),
                                   tone (2, 70.0),
                                   tone (27, 50.0) })
        for (const auto& threshold : { MaskedThreshold {}, beside (silence()) })
        {
            const auto quiet = inQuiet (programme);
            const auto left = partialLoudness (quiet, threshold);
            EXPECT_NEAR (left.sone, quiet.sone, 1e-4 * quiet.sone);

            for (std::size_t step = 0; step < barkSteps; ++step)
                EXPECT_NEAR (left.specific[step], quiet.specific[step], 1e-4) << step;
        }
}

TEST (PartialLoudness, isNothingAtTheMaskedThreshold)
{
    // The index is at most −6 dB: noise beside the same noise 6 dB louder.
    for (const double densityDb : { 0.0, 20.0, 40.0 })
    {
        const auto threshold = beside (whiteNoise (densityDb));
        EXPECT_LT (partial (raised (whiteNoise (densityDb), -6.0), threshold), 0.01);
        EXPECT_GT (partial (raised (whiteNoise (densityDb), 3.0), threshold), 0.5);
    }
}

TEST (PartialLoudness, beginsForTonesInWhiteNoiseWhereItIsMeasured)
{
    // 17 dB above the density up to 500 Hz and 10 dB per decade more above (Zwicker & Fastl, §4.1.1).
    const auto threshold = beside (whiteNoise (30.0));

    for (const std::size_t band : { 10u, 13u, 16u, 19u, 22u, 25u })
    {
        const double hz = thirdOctaveCentreHz (band);
        const double measured = 17.0 + 10.0 * std::log10 (std::max (1.0, hz / 500.0));
        EXPECT_NEAR (toneThresholdDb (band, threshold) - 30.0, measured, 2.0) << hz;
    }
}

TEST (PartialLoudness, growsWithTheProgrammeAndShrinksWithTheNoise)
{
    double before = -1.0;

    for (double level = 20.0; level <= 110.0; level += 1.0)
    {
        const double now = partial (tone (oneKilohertz, level), beside (whiteNoise (20.0)));
        EXPECT_GE (now, before - 1e-6) << level;
        before = now;
    }

    before = 1e9;

    for (double density = -20.0; density <= 60.0; density += 1.0)
    {
        const double now = partial (whiteNoise (25.0), beside (whiteNoise (density)));
        EXPECT_LE (now, before + 1e-6) << density;
        before = now;
    }
}

TEST (PartialLoudness, comesNearLoudnessInQuietFarAboveTheNoise)
{
    const auto threshold = beside (whiteNoise (0.0));
    double before = 0.0;

    for (const double level : { 30.0, 50.0, 70.0, 90.0, 110.0 })
    {
        const auto programme = tone (oneKilohertz, level);
        const double share = partial (programme, threshold) / inQuiet (programme).sone;
        EXPECT_GT (share, before);
        before = share;
    }

    EXPECT_GT (before, 0.95);
}

TEST (PartialLoudness, growsInNoiseFasterThanInQuiet)
{
    // Stevens & Guirao 1967; Lochner & Burger 1961: ψ = k (I^0.27 − I₀^0.27). Above threshold a tone in
    // noise is louder by more than a factor of 2 per 10 dB, and never louder than in quiet.
    const auto threshold = beside (whiteNoise (22.0));
    const double masked = toneThresholdDb (oneKilohertz, threshold);

    for (const double above : { 5.0, 10.0, 20.0, 30.0 })
    {
        const auto at = [&] (double level) { return tone (oneKilohertz, level); };
        EXPECT_GT (partial (at (masked + above + 10.0), threshold),
                   2.0 * partial (at (masked + above), threshold));

        const double share = partial (at (masked + above), threshold)
                             / inQuiet (at (masked + above)).sone;
        const double measured = 1.0 - std::pow (10.0, -0.027 * above);
        EXPECT_LT (share, measured);
        EXPECT_GT (share, measured - 0.35); // the shortfall that the header states
    }
}

TEST (PartialLoudness, keepsOfAToneWhatTheHeaderSays)
{
    const auto threshold = beside (whiteNoise (22.0));
    const double masked = toneThresholdDb (oneKilohertz, threshold);
    const auto share = [&] (double above) {
        const auto programme = tone (oneKilohertz, masked + above);
        return partial (programme, threshold) / inQuiet (programme).sone;
    };

    EXPECT_NEAR (share (20.0), 0.4, 0.03);
    EXPECT_NEAR (share (40.0), 0.75, 0.03);
}

TEST (PartialLoudness, isMaskedMoreAboveALoudNarrowNoiseThanBelowIt)
{
    const auto threshold = beside (tone (oneKilohertz, 80.0));

    EXPECT_GT (toneThresholdDb (oneKilohertz + 3, threshold),
               toneThresholdDb (oneKilohertz - 3, threshold) + 20.0);
    EXPECT_EQ (toneThresholdDb (oneKilohertz - 3, threshold),
               toneThresholdDb (oneKilohertz - 3, MaskedThreshold {}));
}

TEST (MaskedThreshold, namesTheBandThatHasNoLevel)
{
    for (const double bad : { std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity(),
                              141.0 })
    {
        auto noise = whiteNoise (20.0);
        noise[oneKilohertz] = bad;
        const auto threshold = MaskedThreshold::beside (noise, SoundField::diffuse);

        ASSERT_FALSE (threshold);
        EXPECT_EQ (threshold.problem().where, "third octave around 1000 Hz");
        EXPECT_FALSE (threshold.problem().cure.empty());
    }

    EXPECT_TRUE (MaskedThreshold::beside (whiteNoise (20.0), SoundField::diffuse));
}

TEST (MaskedThreshold, refusesTablesWithGaps)
{
    const auto table = [] (std::vector<double> frequencies) {
        const std::vector<double> levels (frequencies.size(), 50.0);
        return MaskedThreshold::beside (
            dsp::FrequencyResponse::fromPoints (std::move (frequencies), levels).value(),
            SoundField::free);
    };

    const auto gap = table ({ 100.0, 125.0, 200.0, 250.0 });
    ASSERT_FALSE (gap);
    EXPECT_EQ (gap.problem().where, "third octave around 158 Hz");
    EXPECT_FALSE (table ({ 63.0, 125.0, 250.0 })); // octaves

    const auto whole = table ({ 100.0, 125.0, 160.0, 200.0, 250.0 });
    ASSERT_TRUE (whole);
    EXPECT_EQ (whole->levelDb (15), beside (silence()).levelDb (15)) << "silent beyond its ends";
    EXPECT_GT (whole->levelDb (1), beside (silence()).levelDb (1) + 20.0);
}

TEST (MaskedThreshold, isTheThresholdInQuietWithoutNoise)
{
    for (std::size_t band = 0; band < numCriticalBands; ++band)
        EXPECT_EQ (beside (silence()).levelDb (band), thresholdInQuietDb[band]);
}

TEST (PartialLoudness, staysFiniteAtAnyLevel)
{
    for (const double level : { -1e6, -HUGE_VAL, 0.0, 140.0 })
        for (const double noise : { -1e6, -HUGE_VAL, 0.0, 140.0 })
        {
            const double sone = partial (tone (0, level), beside (tone (0, noise)));
            EXPECT_TRUE (std::isfinite (sone));
            EXPECT_GE (sone, 0.0);
        }
}

TEST (LoudnessInNoise, showsWhenTheProgrammeDrowns)
{
    // Pink-like noise for 3 s, 30 dB quieter for 3 s, beside a noise between the two.
    constexpr units::SampleRate rate { 48000 };
    dsp::AudioBuffer programme { 1, 6 * 48000 };
    dsp::RandomNumbers random { 5 };

    for (std::size_t i = 0; i < programme.numFrames(); ++i)
        programme.channel (0)[i] = static_cast<float> (
            (i < programme.numFrames() / 2 ? 0.1 : 0.00316) * random.gaussian());

    const Calibration calibration { { 90.0 }, SoundField::free };
    const auto curves = loudnessInNoise (
        programme.block(), rate, calibration, beside (whiteNoise (17.0)));
    ASSERT_EQ (curves.size(), 1u);
    EXPECT_EQ (curves[0].partialSone.size(), 3000u);

    const auto smooth = meanOver (
        { 2.0 }, curves[0].partialSone, LoudnessOverTime::pointsPerSecond);
    EXPECT_GT (smooth[750], 5.0f);
    EXPECT_LT (smooth[2400], 0.5f);
    EXPECT_GT (curves[0].quietSone[2400], 2.0f);
}

TEST (LoudnessInNoise, isLoudnessInQuietWithoutNoise)
{
    dsp::AudioBuffer programme { 2, 24000 };
    dsp::RandomNumbers random { 6 };

    for (std::size_t c = 0; c < 2; ++c)
        for (float& sample : programme.channel (c))
            sample = static_cast<float> (0.01 * random.gaussian());

    for (const auto& curves : loudnessInNoise (programme.block(), { 48000 }, {}, {}))
        for (std::size_t i = 0; i < curves.quietSone.size(); ++i)
            EXPECT_NEAR (
                curves.partialSone[i], curves.quietSone[i], 1e-4f * curves.quietSone[i] + 1e-6f);
}

TEST (LoudnessInNoise, meanKeepsAConstantAndItsEnds)
{
    const std::vector<float> ramp { 0.0f, 1.0f, 2.0f, 3.0f, 4.0f };
    EXPECT_EQ (meanOver ({ 0.0 }, ramp, 1.0), ramp);
    EXPECT_EQ (meanOver ({ 2.0 }, ramp, 1.0), (std::vector { 0.5f, 1.0f, 2.0f, 3.0f, 3.5f }));
    EXPECT_TRUE (meanOver ({ 2.0 }, {}, 1.0).empty());
}

} // namespace
} // namespace hearing
