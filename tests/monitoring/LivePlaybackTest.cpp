// SPDX-License-Identifier: GPL-3.0-or-later
// Which frames of which file are heard: seeking, looping and passing from track to track, exactly.
#include "dsp/Resampler.h"
#include "support/IsCloseTo.h"

#include <gtest/gtest.h>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using namespace units::literals;
using live_examples::LivePlayer;
using support::Signal;

constexpr std::size_t second = 48000;
constexpr std::size_t fade = 480;

Signal joined (Signal first, const Signal& second_)
{
    for (std::size_t c = 0; c < first.size(); ++c)
        first[c].insert (first[c].end(), second_[c].begin(), second_[c].end());

    return first;
}

class LivePlaybackTest : public testing::Test
{
protected:
    /** What is heard of a programme that plays Untouched, from this frame of it on. */
    static Signal
    untouched (LivePlayer& player, const Signal& programme, std::size_t from, std::size_t length)
    {
        auto signal = support::part (
            support::delayed (programme, player.session.latencyFrames()), from, length);

        for (auto& channel : signal)
            for (double& sample : channel)
                sample *= player.session.prepared (Pick::untouched())->plan.gain.toGain();

        return signal;
    }

    const support::TemporaryFolder folder;
    const Signal master = live_examples::programme (4 * second);
    const std::filesystem::path file = live_examples::writeFile (folder / "master.wav", master);
};

TEST_F (LivePlaybackTest, seeksToTheVeryFrame)
{
    LivePlayer player { { file } };
    player.session.play();
    player.hear (second + second / 2);

    for (const std::size_t target : { 59232u, 3u, 100001u })
    {
        player.session.seek ({ 0, static_cast<double> (target) / second });
        const auto heard = player.hear (second / 4);
        const auto past = fade + player.session.latencyFrames();
        EXPECT_EQ (
            support::difference (support::part (heard, past, second / 4 - past),
                                 untouched (player, master, target + past, second / 4 - past),
                                 -90.0_dB),
            "")
            << target;
        EXPECT_NEAR (player.session.readings().signal.master.seconds,
                     static_cast<double> (target + second / 4) / second,
                     1e-6);
    }
}

TEST_F (LivePlaybackTest, loopsWithoutLosingAFrame)
{
    LivePlayer player { { file } };
    constexpr std::size_t start = 30001;
    constexpr std::size_t end = 65537;
    player.session.loop (LoopRegion { 0, 30001.0 / second, 65537.0 / second });
    player.session.play();
    const auto heard = player.hear (6 * second);
    auto looped = support::part (master, 0, end);

    while (looped[0].size() < 6 * second)
        looped = joined (looped, support::part (master, start, end - start));

    // Away from the seams, whose 5 ms fade.
    for (std::size_t lap = 0; lap < 6; ++lap)
    {
        const auto seam = end + lap * (end - start) + player.session.latencyFrames();
        const auto length = end - start - 480;
        EXPECT_EQ (support::difference (support::part (heard, seam + 240, length),
                                        untouched (player, looped, seam + 240, length),
                                        -90.0_dB),
                   "")
            << lap;
    }
}

TEST_F (LivePlaybackTest, passesFromTrackToTrackWithoutAGap)
{
    const auto other = live_examples::programme (2 * second, 9);
    const auto first = support::part (master, 0, 72001);
    LivePlayer player { { live_examples::writeFile (folder / "first.wav", first),
                          live_examples::writeFile (folder / "second.wav", other) } };
    player.session.play();
    const auto heard = player.hear (3 * second);
    EXPECT_EQ (support::difference (
                   support::part (heard, second + 4800, 2 * second - 4800),
                   untouched (player, joined (first, other), second + 4800, 2 * second - 4800),
                   -90.0_dB),
               "");
    EXPECT_EQ (player.session.readings().signal.master.track, 1u);
}

TEST_F (LivePlaybackTest, resamplesTracksOfOneRateAsIfTheyWereOneFile)
{
    constexpr units::SampleRate cd { 44100 };
    const auto other = live_examples::programme (2 * second, 9);
    const auto first = support::part (master, 0, 66151);
    LivePlayer player { { live_examples::writeFile (folder / "first.wav", first, cd),
                          live_examples::writeFile (folder / "second.wav", other, cd) } };
    dsp::Resampler resampler { 2, cd, live_examples::rate };
    const auto whole = support::toBuffer (joined (first, other));
    auto expected = support::fromBlock (
        dsp::AudioBuffer { resampler.process (whole.block()) }.block());
    expected = joined (expected,
                       support::fromBlock (dsp::AudioBuffer { resampler.flush() }.block()));
    player.session.play();
    const auto heard = player.hear (3 * second);
    EXPECT_EQ (support::difference (support::part (heard, second + 4800, 2 * second - 4800),
                                    untouched (player, expected, second + 4800, 2 * second - 4800),
                                    -90.0_dB),
               "");
}

TEST_F (LivePlaybackTest, stopsAtTheEndAndIsBackAtTheBeginning)
{
    LivePlayer player { { file } };
    player.session.play();
    player.session.seek ({ 0, 3.9 });
    player.hear (second / 4);
    player.waitFor ([&] { return ! player.session.isPlaying(); });
    player.hear (4800);
    EXPECT_EQ (player.session.readings().signal.master, (PlayPosition { 0, 0.0 }));
    player.session.play();
    player.hear (4800);
    EXPECT_NEAR (player.session.readings().signal.master.seconds, 0.1, 1e-6);
}

TEST_F (LivePlaybackTest, leavesOutWhatCannotBeRead)
{
    const auto broken = folder.write ("broken.wav", "this is no audio");
    LivePlayer player { { file } };
    EXPECT_EQ (player.session.open ({ broken, file, folder / "missing.wav" }).size(), 2u);
    ASSERT_EQ (player.session.tracks().size(), 1u);
    player.session.play();
    player.hear (4800);
    EXPECT_NEAR (player.session.readings().signal.master.seconds, 0.1, 1e-6);
}

} // namespace
} // namespace monitoring
