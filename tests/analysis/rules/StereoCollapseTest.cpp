// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/StereoCollapse.h"

#include <gmock/gmock.h>

#include "ByHand.h"

namespace analysis
{
namespace
{

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t numWindows = 150; // a minute
constexpr std::size_t firstHigh = 22;   // ERB band, around 2 kHz

/** A minute: what lies below 2 kHz is in the middle, the rest as a test says. */
class WithImage : public ByHand
{
public:
    explicit WithImage (library::Fold::Kind fold)
    {
        profile.fold.kind = fold;
        HopLoudness hop;
        hop.perBark.fill (1.0f);
        hop.sone = static_cast<float> (HopLoudness::numBands);
        neutral.loudness.assign (600, hop);
        device.loudness = neutral.loudness;
        setHigh (0.5f, 1.0f);
    }

    /** @param left      its share of both channels' power
        @param together  half the power of the sum, as a share of both channels' */
    void setHigh (float left, float together)
    {
        FoldWindow window;
        window.apart.fill (1.0f);
        window.left.fill (0.5f);
        window.together.fill (1.0f);

        for (std::size_t band = firstHigh; band < erb_bands::count; ++band)
        {
            window.left[band] = left;
            window.together[band] = together;
        }

        master.stereo.folds.assign (numWindows, window);
    }

    Judgement judge() const { return stereoCollapse (comparison()); }
};

using Kind = library::Fold::Kind;

TEST (StereoCollapse, aMonoFileHasNoImageToLose)
{
    WithImage mix (Kind::monoSum);
    mix.master.stereo.folds.clear();
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (StereoCollapse, whatIsInTheMiddleStays)
{
    WithImage mix (Kind::monoSum);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (StereoCollapse, whatIsOutOfPhaseVanishesWhereEverythingIsAdded)
{
    WithImage mix (Kind::monoSum);
    mix.setHigh (0.5f, 0.005f);
    const auto judgement = mix.judge();
    ASSERT_THAT (judgement.findings, SizeIs (1));
    EXPECT_EQ (judgement.findings[0].severity, Severity::warn);
    EXPECT_EQ (judgement.findings[0].spread, Spread::widespread);
}

// Ten decibels less are half as loud.
TEST (StereoCollapse, whatIsLeftIsReckonedInLoudness)
{
    WithImage mix (Kind::monoSum);
    mix.setHigh (0.5f, 0.1f);
    EXPECT_NEAR (mix.judge().measures.back().value, 0.5, 0.01);
}

TEST (StereoCollapse, aMixThatIsOutOfPhaseAltogetherVanishesToo)
{
    WithImage mix (Kind::monoSum);

    for (auto& window : mix.master.stereo.folds)
        window.together.fill (0.005f);

    EXPECT_THAT (mix.judge().findings, SizeIs (1));
}

TEST (StereoCollapse, twoLoudspeakersKeepIt)
{
    WithImage mix (Kind::stereo);
    mix.setHigh (0.5f, 0.02f);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (StereoCollapse, whatIsOnOneSideOnlySurvivesASum)
{
    WithImage mix (Kind::monoSum);
    mix.setHigh (1.0f, 0.5f);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (StereoCollapse, theRightSideIsGoneWhereOnlyTheLeftPlays)
{
    WithImage mix (Kind::leftOnly);
    mix.setHigh (0.0f, 0.5f);
    EXPECT_THAT (mix.judge().findings, SizeIs (1));
}

TEST (StereoCollapse, widePadsAreNotOffCentre)
{
    WithImage mix (Kind::monoSum);
    mix.setHigh (0.5f, 0.5f); // unrelated channels
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

TEST (StereoCollapse, threeSecondsAreNotEnough)
{
    WithImage mix (Kind::monoSum);
    const auto middle = mix.master.stereo.folds;
    mix.setHigh (0.5f, 0.02f);
    const auto lost = mix.master.stereo.folds;
    mix.master.stereo.folds = middle;
    std::copy_n (lost.begin(), 7, mix.master.stereo.folds.begin() + 50);
    EXPECT_THAT (mix.judge().findings, IsEmpty());
}

} // namespace
} // namespace analysis
