// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TestMaster.h"

#include <gmock/gmock.h>

#include <numeric>

namespace analysis
{
namespace
{

using namespace test_master;

SampleFaults faultsOf (const dsp::AudioBuffer& master, std::size_t blockFrames = 4096)
{
    return measured (master.block(), blockFrames).faults;
}

int numClips (const ChannelFaults& channel)
{
    return std::accumulate (channel.clips.begin(), channel.clips.end(), 0);
}

TEST (SampleFaults, knowTheMean)
{
    auto master = pink (11.0);
    during (master, 0.0, 5.0, [] (float&, float& right) { right += 0.01f; });
    const auto faults = faultsOf (master);
    const auto clean = faultsOf (pink (11.0));

    EXPECT_NEAR (faults.channels[1].mean - clean.channels[1].mean, 0.01 * 5.0 / 11.0, 1e-6);
    EXPECT_NEAR (faults.channels[1].means[0] - clean.channels[1].means[0], 0.01, 1e-6);
    EXPECT_EQ (faults.channels[1].means[1], clean.channels[1].means[1]);
    EXPECT_EQ (faults.channels[0].mean, clean.channels[0].mean);
}

TEST (SampleFaults, countEveryTopThatIsCutOff)
{
    const auto clipped = made (1, 1.0, [] (double at, std::size_t) {
        return std::clamp (1.2 * sine (100.0, at), -1.0, 1.0);
    });
    EXPECT_EQ (numClips (faultsOf (clipped).channels[0]), 200);
}

TEST (SampleFaults, takeNeitherAWholeWaveNorASquareOneForClipped)
{
    const auto whole = made (1, 1.0, [] (double at, std::size_t) { return sine (100.0, at); });
    const auto square = made (
        1, 1.0, [] (double at, std::size_t) { return sine (100.0, at) > 0.0 ? 1.0 : -1.0; });
    EXPECT_EQ (numClips (faultsOf (whole).channels[0]), 0);
    EXPECT_EQ (numClips (faultsOf (square).channels[0]), 0);
}

TEST (SampleFaults, findADropOutOfOneChannel)
{
    auto master = pink (5.0);
    during (master, 2.0, 2.02, [] (float&, float& right) { right = 0.0f; });
    const auto faults = faultsOf (master, 333);

    EXPECT_TRUE (faults.channels[0].dropOuts.empty());
    ASSERT_EQ (faults.channels[1].dropOuts.size(), 1u);
    EXPECT_NEAR (faults.channels[1].dropOuts[0].start, 2.0, 1e-4);
    EXPECT_NEAR (faults.channels[1].dropOuts[0].end, 2.02, 1e-4);
}

TEST (SampleFaults, findAValueThatIsHeld)
{
    auto master = pink (5.0);
    const float held = master.channel (0)[frameAt (2.0)];
    during (master, 2.0, 2.01, [&] (float& left, float&) { left = held; });
    EXPECT_EQ (faultsOf (master).channels[0].dropOuts.size(), 1u);
}

TEST (SampleFaults, takeAPauseForMusic)
{
    auto master = pink (5.0);
    // Fades within 0.2 s, is silent for 0.1 s, and begins again.
    during (master, 2.0, 2.2, [gain = 1.0f] (float& left, float& right) mutable {
        gain *= 0.999f;
        left *= gain;
        right *= gain;
    });
    during (master, 2.2, 2.3, [] (float& left, float& right) { left = right = 0.0f; });
    EXPECT_TRUE (faultsOf (master).channels[0].dropOuts.empty());
}

TEST (SampleFaults, findSilenceOfTwoSeconds)
{
    auto master = pink (9.0);
    during (master, 1.0, 2.9, [] (float& left, float& right) { left = right = 0.0f; });
    during (master, 4.0, 6.5, [] (float& left, float& right) { left = right = 0.0f; });
    const auto silences = faultsOf (master).silences;
    ASSERT_EQ (silences.size(), 1u);
    EXPECT_NEAR (silences[0].start, 4.0, 0.001);
    EXPECT_NEAR (silences[0].end, 6.5, 0.001);
}

TEST (SampleFaults, knowHowTheFileBeginsAndEnds)
{
    const auto cut = made (1, 1.0, [] (double at, std::size_t) {
        return 0.5 * std::cos (2.0 * std::numbers::pi * 100.0 * at);
    });
    EXPECT_NEAR (faultsOf (cut).channels[0].startDbfs, -6.02, 0.01);
    EXPECT_NEAR (faultsOf (cut).channels[0].endDbfs, -9.03, 0.1);
    EXPECT_LT (faultsOf (pink (1.0)).channels[0].endDbfs, -30.0);
}

TEST (SampleFaults, knowTheBitsInUse)
{
    const auto quantised = [] (double steps) {
        return made (1, 1.0, [steps] (double at, std::size_t) {
            return std::round (0.7 * steps * sine (100.0, at)) / steps;
        });
    };
    EXPECT_EQ (faultsOf (quantised (32768.0)).bits(), 16);
    EXPECT_EQ (faultsOf (quantised (128.0)).bits(), 8);
    EXPECT_EQ (faultsOf (quantised (8388608.0)).bits(), 24);
    EXPECT_EQ (faultsOf (pink (1.0)).bits(), std::nullopt);
}

} // namespace
} // namespace analysis
