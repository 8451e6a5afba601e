// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TestMaster.h"
#include "hearing/LoudnessMeter.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** Of a whole programme, in one band of the ear. */
double foldDb (const StereoField& field, std::size_t band)
{
    double apart = 0.0;
    double together = 0.0;

    for (const auto& window : field.folds)
    {
        apart += static_cast<double> (window.apart[band]);
        together += static_cast<double> (window.together[band]);
    }

    return 10.0 * std::log10 (together / apart);
}

double overallCorrelation (const StereoField& field)
{
    double left = 0.0;
    double right = 0.0;
    double product = 0.0;

    for (const auto& hop : field.hops)
    {
        left += static_cast<double> (hop.left);
        right += static_cast<double> (hop.right);
        product += static_cast<double> (hop.product);
    }

    return correlation (left, right, product).value();
}

TEST (StereoField, ofTheSameInBothChannelsAFoldTakesNothing)
{
    const auto field = measured (pink (5.0).block()).stereo;
    EXPECT_NEAR (field.foldLossLu().value(), 0.0, 1e-4);
    EXPECT_NEAR (overallCorrelation (field), 1.0, 1e-6);

    for (std::size_t band = 0; band < erb_bands::count; ++band)
        EXPECT_NEAR (foldDb (field, band), 0.0, 1e-4);
}

TEST (StereoField, ofUnrelatedChannelsAFoldTakesThreeDecibels)
{
    const auto field = measured (pink (60.0, 1.0).block()).stereo;
    EXPECT_NEAR (field.foldLossLu().value(), -3.01, 0.2);
    EXPECT_NEAR (overallCorrelation (field), 0.0, 0.05);
    EXPECT_NEAR (foldDb (field, 20), -3.01, 0.3);
}

TEST (StereoField, ofInvertedChannelsNothingIsLeft)
{
    auto master = pink (5.0);
    during (master, 0.0, 5.0, [] (float& left, float& right) { right = -left; });
    const auto field = measured (master.block()).stereo;

    EXPECT_EQ (field.foldLossLu(), -HUGE_VAL);
    EXPECT_NEAR (overallCorrelation (field), -1.0, 1e-6);

    for (const auto& window : field.folds)
        EXPECT_THAT (window.together, testing::Each (0.0f));
}

TEST (StereoField, whatIsInOneChannelOnlyLosesThreeDecibels)
{
    auto master = pink (5.0);
    during (master, 0.0, 5.0, [] (float&, float& right) { right = 0.0f; });
    EXPECT_NEAR (measured (master.block()).stereo.foldLossLu().value(), -3.01, 0.01);
}

TEST (StereoField, tellsTheBandInWhichTheChannelsAreInverted)
{
    const auto master = made (2, 5.0, [] (double at, std::size_t c) {
        return 0.2 * sine (1000.0, at) + (c == 0 ? 0.2 : -0.2) * sine (80.0, at);
    });
    const auto field = measured (master.block()).stereo;

    const auto foldAt = [&] (double hertz) {
        std::size_t band = 0;

        while (erb_bands::edgeHz (band + 1) <= hertz)
            ++band;

        return foldDb (field, band);
    };
    EXPECT_LT (foldAt (80.0), -40.0);
    EXPECT_NEAR (foldAt (1000.0), 0.0, 0.01);
}

// The loudness meter itself, on the fold, says the same.
TEST (StereoField, losesWhatTheLoudnessMeterSays)
{
    auto master = pink (20.0, 0.6);
    during (master, 5.0, 15.0, [] (float& left, float& right) { right = -0.5f * left; });
    dsp::AudioBuffer fold (2, master.numFrames());

    for (std::size_t i = 0; i < fold.numFrames(); ++i)
        fold.channel (0)[i] = fold.channel (
            1)[i] = 0.5f * (master.channel (0)[i] + master.channel (1)[i]);

    const double expected = hearing::programmeLoudness (fold.block(), rate).integrated->value
                            - hearing::programmeLoudness (master.block(), rate).integrated->value;
    EXPECT_NEAR (measured (master.block()).stereo.foldLossLu().value(), expected, 0.1);
}

// |1 + exp (i ω τ)|² / 4 is below 0.1 on 20.5 % of the frequencies.
TEST (StereoField, findsTheCombOfADelayedChannel)
{
    const auto mono = pink (12.0);
    dsp::AudioBuffer delayed (2, mono.numFrames());
    const auto late = frameAt (0.005);

    for (std::size_t i = late; i < mono.numFrames(); ++i)
    {
        delayed.channel (0)[i] = mono.channel (0)[i];
        delayed.channel (1)[i] = mono.channel (0)[i - late];
    }

    const auto field = measured (delayed.block()).stereo;
    ASSERT_EQ (field.combedShare.size(), 3u);
    EXPECT_NEAR (field.combedShare[1], 0.205, 0.03);
    EXPECT_THAT (measured (mono.block()).stereo.combedShare, testing::Each (0.0f));
    EXPECT_THAT (measured (pink (12.0, 1.0).block()).stereo.combedShare,
                 testing::Each (testing::Lt (0.02f)));
}

TEST (StereoField, hasNothingToSayOfAMonoFile)
{
    const auto mono = made (1, 3.0, [] (double at, std::size_t) { return sine (440.0, at); });
    EXPECT_TRUE (measured (mono.block()).stereo.hops.empty());
}

TEST (StereoField, doesNotMindHowTheBlocksAreCut)
{
    const auto master = pink (3.0, 0.3);
    const auto whole = measured (master.block(), master.numFrames()).stereo;
    const auto cut = measured (master.block(), 641).stereo;
    ASSERT_EQ (whole.folds.size(), cut.folds.size());
    EXPECT_EQ (whole.folds[3].together, cut.folds[3].together);
    EXPECT_EQ (whole.foldLossLu(), cut.foldLossLu());
}

} // namespace
} // namespace analysis
