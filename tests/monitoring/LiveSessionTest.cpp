// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LiveSession.h"

#include "monitoring/PredictedMatch.h"
#include "support/IsCloseTo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using namespace units::literals;
using live_examples::LivePlayer;
using live_examples::renderedOffline;
using support::Signal;

constexpr std::size_t second = 48000;

double levelDb (const Signal& signal)
{
    double sum = 0.0;

    for (const auto& channel : signal)
        sum += std::inner_product (channel.begin(), channel.end(), channel.begin(), 0.0);

    return 10.0 * std::log10 (sum / static_cast<double> (signal.size() * signal[0].size()) + 1e-30);
}

class LiveSessionTest : public testing::Test
{
protected:
    const support::TemporaryFolder folder;
    const Signal master = live_examples::programme (8 * second);
    const std::filesystem::path file = live_examples::writeFile (folder / "master.wav", master);
};

TEST_F (LiveSessionTest, playsNineDevicesAsTheOfflineRendererDoes)
{
    LivePlayer player { { file } };
    player.session.play();
    player.hear (second + second / 2); // the safe start
    std::size_t start = second + second / 2;

    for (const auto& device : player.devices)
    {
        player.session.select (Pick::of (device));
        const auto heard = player.hear (second / 2);
        ASSERT_EQ (player.session.readings().heard, Pick::of (device));

        const auto gain = player.session.prepared (Pick::of (device))->plan.gain;
        const auto expected = renderedOffline (
            master, device, gain, player.session.latencyFrames());
        constexpr std::size_t complete = 960 + 1500; // 20 ms and the longest buffer
        const auto length = second / 2 - complete;
        EXPECT_EQ (support::difference (support::part (heard, complete, length),
                                        support::part (expected, start + complete, length),
                                        -90.0_dB),
                   "")
            << device.name;
        start += second / 2;
    }

    EXPECT_EQ (player.heapCalls, 0u);
}

TEST_F (LiveSessionTest, hasTheNewDeviceCompleteTwentyMillisecondsAndABufferLater)
{
    LivePlayer player { { file } };
    player.session.play();
    player.hear (second + second / 2);
    std::size_t start = second + second / 2;

    for (const std::size_t block : { 1u, 37u, 128u, 480u, 1024u, 4096u })
        for (const unsigned number : { 0u, 1u })
        {
            const auto& device = player.devices[number];
            player.session.select (Pick::of (device));
            const auto heard = player.hear (8192, block);
            const auto expected = renderedOffline (
                master,
                device,
                player.session.prepared (Pick::of (device))->plan.gain,
                player.session.latencyFrames());
            const auto complete = 960 + block;
            EXPECT_EQ (
                support::difference (support::part (heard, complete, 8192 - complete),
                                     support::part (expected, start + complete, 8192 - complete),
                                     -90.0_dB),
                "")
                << "blocks of " << block;
            start += 8192;
        }

    EXPECT_EQ (player.heapCalls, 0u);
}

TEST_F (LiveSessionTest, startsSafely)
{
    LivePlayer player { { file } };
    player.session.play();
    const auto heard = player.hear (2 * second);
    const double settled = levelDb (support::part (heard, second + 24000, 24000));
    EXPECT_LT (levelDb (support::part (heard, 0, 4800)), settled - 30.0);

    // Asking for another listener makes the next sound a safe start too.
    library::Listener listener;
    listener.listening = library::Listening::microphone;
    player.session.listener (listener);
    EXPECT_LT (levelDb (player.hear (4800)), settled - 30.0);
}

/** Plays highs alone: the second difference of the signal. */
library::DeviceProfile tinny()
{
    auto profile = live_examples::device (200);
    dsp::TransferMatrix matrix { 2, 2, 3, live_examples::rate };

    for (std::size_t c = 0; c < 2; ++c)
        std::ranges::copy (std::array { 0.25, -0.5, 0.25 }, matrix.path (c, c).begin());

    profile.impulseResponse = std::make_shared<const dsp::TransferMatrix> (matrix);
    return profile;
}

TEST_F (LiveSessionTest, makesDevicesEquallyLoudUnlessToldOtherwise)
{
    LivePlayer player { { file } };
    const auto device = tinny();
    const auto pick = Pick::of (device);
    player.session.bank ({ &device });
    const auto matchAs = [&] (Match how, units::SoundPressureLevel level) {
        player.session.match (how);
        player.session.listeningLevel (level);
        player.prepareAll();
        return player.session.prepared (pick)->match.value();
    };

    player.session.listeningLevel (units::SoundPressureLevel { 70.0 });
    player.prepareAll();
    const double unasked = player.session.prepared (pick)->match.value();
    EXPECT_DOUBLE_EQ (player.session.prepared (Pick::untouched())->match.value(), 0.0);

    const auto excerpts = takeExcerpts (file, live_examples::rate);
    ASSERT_TRUE (excerpts);
    const auto spectra = masterSpectra (excerpts->frames.block(), live_examples::rate);
    const EarPath path { library::Listening::microphone,
                         dsp::FrequencyResponse::flat (0.0_dB),
                         { { 1.0 }, live_examples::rate } };
    const auto predicted = PredictedMatch { spectra, path, { 70.0 } }.gainFor (
        BandTransfer { *device.impulseResponse, path.response, spectra });
    ASSERT_TRUE (predicted);
    EXPECT_NEAR (unasked, predicted->value(), 0.01);
    EXPECT_DOUBLE_EQ (matchAs (Match::loudness, { 70.0 }), unasked);
    EXPECT_GT (std::abs (matchAs (Match::loudness, { 45.0 }) - unasked), 0.1)
        << "the ear is not linear";

    const double byLufs = matchAs (Match::lufs, { 70.0 });
    EXPECT_GT (std::abs (byLufs - unasked), 0.5);
    EXPECT_DOUBLE_EQ (matchAs (Match::lufs, { 45.0 }), byLufs) << "LUFS know no level";
    EXPECT_DOUBLE_EQ (matchAs (Match::off, { 70.0 }), 0.0);
}

TEST_F (LiveSessionTest, getsNoMoreThanThreeDecibelsLouderAtASwitch)
{
    LivePlayer player { { file } };
    std::vector<library::DeviceProfile> loud;

    for (const double gainDb : { 0.0, 9.0 })
    {
        auto matrix = support::unitMatrix (2);

        for (std::size_t c = 0; c < 2; ++c)
            matrix.path (c, c)[0] = units::Decibels { gainDb - 6.0 }.toGain();

        loud.push_back (live_examples::device (static_cast<unsigned> (100 + loud.size())));
        loud.back().impulseResponse = std::make_shared<const dsp::TransferMatrix> (matrix);
    }

    player.session.match (Match::off);
    player.session.bank ({ &loud[0], &loud[1] });
    player.prepareAll();
    player.session.select (Pick::of (loud[0]));
    player.session.play();
    player.hear (second + second / 2);
    const double before = levelDb (player.hear (second / 2));
    player.session.select (Pick::of (loud[1]));
    player.hear (2400);
    EXPECT_NEAR (levelDb (player.hear (second / 2)), before + 3.0, 0.3);

    player.session.select (Pick::of (loud[0]));
    player.hear (2400);
    EXPECT_NEAR (levelDb (player.hear (second / 2)), before, 0.3) << "softer is always allowed";
}

TEST_F (LiveSessionTest, goesOnWhereItWasWhenTheCardChangesItsRate)
{
    LivePlayer player { { file } };
    player.session.play();
    player.hear (2 * second);
    const double before = levelDb (player.hear (second / 2));
    player.session.prepare ({ 96000 });
    player.prepareAll();
    player.hear (2048);
    EXPECT_NEAR (player.session.readings().signal.master.seconds, 2.5, 0.05);

    player.hear (2 * second); // the safe start, at 96 kHz
    EXPECT_NEAR (levelDb (player.hear (second)), before, 0.5);
    EXPECT_EQ (player.heapCalls, 0u);
}

TEST_F (LiveSessionTest, neverAmplifies)
{
    LivePlayer player { { file } };
    player.session.play();
    player.hear (second + second / 2);
    const double before = levelDb (player.hear (second / 2));
    player.session.volume (12.0_dB);
    player.hear (4800);
    EXPECT_NEAR (levelDb (player.hear (second / 2)), before, 0.3);
    player.session.volume (-6.0_dB);
    player.session.dim (Dim::on);
    player.hear (4800);
    EXPECT_NEAR (levelDb (player.hear (second / 2)), before - 26.0, 0.3);
}

TEST_F (LiveSessionTest, startsItsMetersAnewOnPlayAndOnJumps)
{
    LivePlayer player { { file } };
    player.session.play();
    player.waitFor ([&] { return player.session.meters().timesReset == 1; });
    player.session.seek ({ 0, 2.0 });
    player.waitFor ([&] { return player.session.meters().timesReset == 2; });
    player.hear (second);
    player.waitFor ([&] { return player.session.meters().master.loudness.integrated.has_value(); });
    EXPECT_NEAR (player.session.meters().master.loudness.integrated->value, -32.0, 3.0);
}

} // namespace
} // namespace monitoring
