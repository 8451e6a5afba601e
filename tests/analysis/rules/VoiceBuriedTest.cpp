// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/VoiceBuried.h"

#include <gmock/gmock.h>

#include <cmath>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::IsEmpty;
using testing::SizeIs;

/** A minute with three quarters of the power in the middle, 60 dB in every third octave. */
class WithVoice : public ByHand
{
public:
    WithVoice()
    {
        place.id = "noisy";
        HopLoudness hop;
        hop.sone = 10.0f;
        EarLevels::Ears ears;
        ears[0].fill (60.0);
        ears[1].fill (60.0);
        neutral.loudness.assign (600, hop);
        neutral.ears.thirdOctaves.assign (600, ears);
        device = neutral;
        setMiddle (0.875f);
    }

    /** @param together  half the power of the sum, as a share of both channels': 1 of mono */
    void setMiddle (float together)
    {
        FoldWindow window;
        window.apart.fill (1.0f);
        window.left.fill (0.5f);
        window.together.fill (together);
        master.stereo.folds.assign (150, window);
    }

    void addNoise (double dbSpl)
    {
        place.noise = library::BackgroundNoise { dsp::FrequencyResponse::sampled (
            frequencies, [dbSpl] (double) { return dbSpl; }) };
        column.noise = &place;
    }

    Judgement judge() const { return voiceBuried (comparison()); }

private:
    static constexpr std::array frequencies { 160.0,  200.0,  250.0,  315.0,  400.0,  500.0,
                                              630.0,  800.0,  1000.0, 1250.0, 1600.0, 2000.0,
                                              2500.0, 3150.0, 4000.0, 5000.0, 6300.0 };
    library::ListeningEnvironment place;
};

TEST (VoiceBuried, aFaithfulDeviceBuriesNothing)
{
    const auto judgement = WithVoice().judge();
    EXPECT_THAT (judgement.findings, IsEmpty());
    ASSERT_THAT (judgement.measures, SizeIs (2));
    EXPECT_NEAR (judgement.measures[0].value, 0.0, 1e-9);
}

TEST (VoiceBuried, noiseAsLoudAsTheMixDoesAndIsOnlyNoted)
{
    WithVoice mix;
    mix.addNoise (62.0);
    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_EQ (judgement.findings[0].severity, Severity::note);
    EXPECT_LT (judgement.findings[0].confidence, 0.5);
}

TEST (VoiceBuried, whereVoicesDrownInMostMastersNothingIsSaid)
{
    WithVoice mix;
    mix.addNoise (62.0);
    mix.norms.add (mix.column.id(), "voiceBuriedShare", { 0.7, 0.9, 1.0, 1.0, 1.0 });
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (VoiceBuried, whereTheyDoNotTheThresholdIsThatOfTheNorms)
{
    WithVoice mix;
    mix.addNoise (62.0);
    mix.norms.add (mix.column.id(), "voiceBuriedShare", { 0.1, 0.2, 0.3, 0.4, 0.5 });
    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_GT (judgement.findings[0].evidence.allowed, 0.4);
}

TEST (VoiceBuried, oneLoudspeakerBringsTheMiddleOut)
{
    WithVoice mix;
    mix.profile.fold.kind = library::Fold::Kind::monoSum;
    EXPECT_GT (mix.judge().measures.at (0).value, 0.01);
}

TEST (VoiceBuried, ofMonoAndOfPadsNothingIsSaid)
{
    WithVoice mix;
    mix.setMiddle (1.0f);
    EXPECT_FALSE (mix.judge().notAssessable.empty());
    mix.setMiddle (0.6f);
    EXPECT_FALSE (mix.judge().notAssessable.empty());
    mix.master.stereo.folds.clear();
    EXPECT_FALSE (mix.judge().notAssessable.empty());
}

} // namespace
} // namespace analysis
