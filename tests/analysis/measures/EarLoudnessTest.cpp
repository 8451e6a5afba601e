// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/EarLoudness.h"

#include <gmock/gmock.h>

#include <limits>
#include <numeric>

namespace analysis
{
namespace
{

using testing::ElementsAre;

constexpr double silence = -std::numeric_limits<double>::infinity();

/** One hop with this level in one third octave, at both ears. */
EarLevels::Ears thirdOctave (std::size_t band, double dbSpl)
{
    EarLevels::Ears ears;
    ears[0].fill (silence);
    ears[0][band] = dbSpl;
    ears[1] = ears[0];
    return ears;
}

EarLevels levelsOf (std::vector<EarLevels::Ears> hops)
{
    EarLevels levels;
    levels.thirdOctaves = std::move (hops);
    levels.field = hearing::SoundField::free;
    return levels;
}

constexpr std::size_t oneKilohertz = 16;

TEST (EarLoudness, aTonesLoudnessLiesAroundItAndAddsUp)
{
    const auto hops = earLoudness (levelsOf ({ thirdOctave (oneKilohertz, 60.0) }));

    ASSERT_EQ (hops.size(), 1u);
    const auto& hop = hops.front();
    EXPECT_NEAR (
        hop.sone, patternOf (levelsOf ({ thirdOctave (oneKilohertz, 60.0) }), 0).sone, 1e-5);
    EXPECT_NEAR (std::accumulate (hop.perBark.begin(), hop.perBark.end(), 0.0), hop.sone, 1e-4);
    EXPECT_NEAR (hop.between (0.0, 24.0), hop.sone, 1e-4);
    EXPECT_LT (hop.between (0.0, 7.0), 0.01);
    EXPECT_GT (hop.between (7.0, 10.0), 0.5 * hop.sone);
}

TEST (EarLoudness, aBandMayBeCutInTwo)
{
    HopLoudness hop;
    hop.perBark[2] = 1.0f;
    EXPECT_DOUBLE_EQ (hop.between (0.0, 2.5), 0.5);
    EXPECT_DOUBLE_EQ (hop.between (2.5, 2.75), 0.25);
}

TEST (EarLoudness, silenceHasNeitherLoudnessNorSharpness)
{
    const auto hops = earLoudness (levelsOf ({ thirdOctave (oneKilohertz, silence) }));
    EXPECT_EQ (hops.front().sone, 0.0f);
    EXPECT_EQ (hops.front().sharpnessAcum, 0.0f);
}

TEST (EarLoudness, pausesDoNotSound)
{
    std::vector<HopLoudness> hops (4);
    hops[0].sone = 10.0f;
    hops[1].sone = 10.0f;
    hops[2].sone = 0.5f;
    EXPECT_THAT (soundingHops (hops), ElementsAre (true, true, false, false));
    EXPECT_THAT (soundingHops (std::vector<HopLoudness> (2)), ElementsAre (false, false));
}

} // namespace
} // namespace analysis
