// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImpulseAnalysis.h"

#include "library/Signals.h"

#include <gmock/gmock.h>

using library::analyseImpulse;
using library::ImpulseOptions;
using testing::HasSubstr;

TEST (ImpulseAnalysis, readsTheCurveOfAKnownFilterWithinATenth)
{
    for (const int rate : { 44100, 48000, 96000 })
    {
        const auto analysis = analyseImpulse (tests::peakFilterImpulse (rate, 0.5), {});

        ASSERT_TRUE (analysis) << analysis.problem().what;

        for (const double frequency : { 50.0, 200.0, 700.0, 1000.0, 1500.0, 5000.0, 15000.0 })
            EXPECT_NEAR (analysis->level.levelDbAt (frequency),
                         tests::peakFilterLevelDb (frequency, rate),
                         0.1)
                << frequency << " Hz at " << rate;
    }
}

TEST (ImpulseAnalysis, leavesTheDelayOutAndTellsPolarity)
{
    auto ir = tests::peakFilterImpulse (48000, 0.2);
    const auto plain = analyseImpulse (ir, {});

    for (double& sample : ir.samples)
        sample = -sample;

    ir.samples.insert (ir.samples.begin(), 480, 0.0);
    const auto late = analyseImpulse (ir, {});

    ASSERT_TRUE (plain && late);
    EXPECT_FALSE (plain->isInverted);
    EXPECT_TRUE (late->isInverted);
    EXPECT_NEAR (late->delaySeconds - plain->delaySeconds, 0.01, 1e-6);
    EXPECT_NEAR (late->level.levelDbAt (1000.0), plain->level.levelDbAt (1000.0), 0.01);
}

TEST (ImpulseAnalysis, findsTheNoiseFloorAndWhatItSpoils)
{
    // A treble-only response over white noise: what lies below the noise must not be called usable.
    auto ir = tests::highPassImpulse (48000, 1.0, 400.0);
    tests::addNoise (ir, 1e-3);
    const auto analysis = analyseImpulse (ir, {});

    ASSERT_TRUE (analysis) << analysis.problem().what;
    ASSERT_TRUE (analysis->noiseFloorDb.has_value());
    EXPECT_NEAR (*analysis->noiseFloorDb, -60.0 - analysis->peakDbfs, 1.0);
    EXPECT_LT (analysis->windowSeconds, 0.1);
    EXPECT_GT (analysis->usableBandHz.lowHz, 60.0);
    EXPECT_LT (analysis->usableBandHz.lowHz, 400.0);
}

TEST (ImpulseAnalysis, takesAShortFilterAsItIs)
{
    const auto analysis = analyseImpulse ({ { 1.0, 0.5, 0.25 }, { 48000 } }, {});

    ASSERT_TRUE (analysis) << analysis.problem().what;
    EXPECT_NEAR (analysis->level.levelDbAt (20.0), 20.0 * std::log10 (1.75), 0.01);
    EXPECT_EQ (analysis->usableBandHz.lowHz, 20.0);
}

TEST (ImpulseAnalysis, refusesSilenceNoiseNaNAndTenMinutes)
{
    dsp::ImpulseResponse silence { std::vector<double> (4800), { 48000 } };
    dsp::ImpulseResponse noise = silence;
    tests::addNoise (noise, 0.1);
    dsp::ImpulseResponse broken = tests::peakFilterImpulse (48000, 0.1);
    broken.samples[7] = std::nan ("");
    const dsp::ImpulseResponse endless { std::vector<double> (8000 * 600, 0.1), { 8000 } };

    EXPECT_THAT (analyseImpulse (silence, {}).problem().what, HasSubstr ("silent"));
    EXPECT_THAT (analyseImpulse (noise, {}).problem().what, HasSubstr ("does not decay"));
    EXPECT_THAT (analyseImpulse (broken, {}).problem().what, HasSubstr ("not finite"));
    EXPECT_THAT (analyseImpulse (endless, {}).problem().what, HasSubstr ("too long"));
    EXPECT_TRUE (analyseImpulse (tests::peakFilterImpulse (48000, 0.1), {}));
}

TEST (ImpulseAnalysis, aGateLimitsTheBand)
{
    const auto ir = tests::peakFilterImpulse (48000, 0.5);
    const auto gated = analyseImpulse (ir, ImpulseOptions { 1.0 / 12.0, 0.01 });

    ASSERT_TRUE (gated);
    EXPECT_NEAR (gated->windowSeconds, 0.01, 1e-4);
    EXPECT_GE (gated->usableBandHz.lowHz, 200.0);
    EXPECT_LE (gated->usableBandHz.lowHz, 210.0);
}
