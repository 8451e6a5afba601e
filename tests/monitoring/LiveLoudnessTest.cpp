// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that is turned makes it more than 3 dB louder at once: hearing comes first.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using namespace units::literals;
using live_examples::LivePlayer;
using support::Signal;

constexpr std::size_t second = 48000;

library::ListeningEnvironment place (units::Decibels noise)
{
    library::ListeningEnvironment environment;
    environment.id = "noisy";
    environment.noise = library::BackgroundNoise { dsp::FrequencyResponse::flat (noise) };
    return environment;
}

/** Both sides on one loudspeaker. */
library::DeviceProfile mono()
{
    auto profile = live_examples::device (300);
    dsp::TransferMatrix matrix { 2, 2, 1, live_examples::rate };

    for (std::size_t o = 0; o < 2; ++o)
        for (std::size_t i = 0; i < 2; ++i)
            matrix.path (o, i)[0] = 0.5;

    profile.impulseResponse = std::make_shared<const dsp::TransferMatrix> (matrix);
    return profile;
}

class LiveLoudness : public testing::Test
{
protected:
    /** K-weighted, of what the next second and a half bring. */
    static double levelDb (LivePlayer& player)
    {
        player.hear (4800);
        auto heard = support::toBuffer (player.hear (3 * second / 2));
        return kWeightedLevelDb ({ std::move (heard), live_examples::rate });
    }

    std::filesystem::path write (const Signal& signal) const
    {
        return live_examples::writeFile (folder / "master.wav", signal);
    }

    static void startPlaying (LivePlayer& player)
    {
        player.session.loop (LoopRegion { 0, 0.0, 8.0 });
        player.session.play();
        player.hear (second + second / 2);
    }

    const support::TemporaryFolder folder;
    const Signal master = live_examples::programme (8 * second);
};

TEST_F (LiveLoudness, noiseAddsNoMoreThanThreeDecibels)
{
    LivePlayer player { { write (master) } };
    startPlaying (player);
    const double plain = levelDb (player);
    const auto quiet = place (20.0_dB);
    const auto deafening = place (95.0_dB);

    player.session.noise (&quiet);
    player.prepareAll();
    EXPECT_NEAR (levelDb (player), plain, 0.3) << "nothing is held back that is not too loud";
    EXPECT_DOUBLE_EQ (player.session.readings().heldBack.value(), 0.0);

    player.session.noise (&deafening);
    player.prepareAll();
    EXPECT_NEAR (levelDb (player), plain + 3.0, 0.5);
    EXPECT_LT (player.session.readings().heldBack.value(), -6.0);

    // However it is turned up, in however small steps.
    for (double trim = 0.0; trim <= 20.0; trim += 1.0)
        player.session.noiseTrim (units::Decibels { trim });

    EXPECT_NEAR (levelDb (player), plain + 3.0, 0.5);
    player.session.noise (nullptr);
    EXPECT_NEAR (levelDb (player), plain, 0.3);
    EXPECT_EQ (player.heapCalls, 0u);
}

TEST_F (LiveLoudness, noiseIsTrimmedFromNothingToTwelveDecibels)
{
    LivePlayer player { { write (master) } };
    startPlaying (player);
    const auto quiet = place (20.0_dB);
    const auto deafening = place (95.0_dB);
    const double plain = levelDb (player);
    player.session.noise (&deafening);
    player.session.noiseTrim (units::Decibels { -std::numeric_limits<double>::infinity() });
    player.prepareAll();
    EXPECT_NEAR (levelDb (player), plain, 0.3);
    player.session.noise (&quiet);
    player.prepareAll();

    const auto noiseDb = [&] (double trim) {
        player.session.noiseTrim (units::Decibels { trim });
        player.session.solo (SoloBand::sub); // the programme has little there
        const double both = levelDb (player);
        player.session.noise (nullptr);
        const double programme = levelDb (player);
        player.session.noise (&quiet);
        return 10.0 * std::log10 (std::pow (10.0, both / 10.0) - std::pow (10.0, programme / 10.0));
    };
    const double natural = noiseDb (0.0);
    EXPECT_NEAR (noiseDb (12.0), natural + 12.0, 0.5);
    EXPECT_NEAR (noiseDb (30.0), natural + 12.0, 0.5);
}

TEST_F (LiveLoudness, noStereoModeAddsMoreThanThreeDecibels)
{
    // Nearly out of phase: on one loudspeaker hardly anything is left of it.
    auto opposed = master;

    for (std::size_t n = 0; n < opposed[0].size(); ++n)
        opposed[1][n] = -0.9 * opposed[0][n];

    const auto device = mono();
    LivePlayer player { { write (opposed) } };
    player.session.bank ({ &device });
    player.prepareAll();
    player.session.select (Pick::of (device));
    startPlaying (player);
    const double plain = levelDb (player);
    EXPECT_GT (player.session.prepared (Pick::of (device))->match.value(), 15.0);

    for (const auto mode : { StereoMode::left,
                             StereoMode::right,
                             StereoMode::sum,
                             StereoMode::side,
                             StereoMode::swap,
                             StereoMode::invertRight })
    {
        player.session.stereoMode (mode);
        EXPECT_LT (levelDb (player), plain + 3.3) << static_cast<int> (mode);
    }

    player.session.stereoMode (StereoMode::invertRight);
    EXPECT_NEAR (levelDb (player), plain + 3.0, 0.3);
    EXPECT_LT (player.session.readings().heldBack.value(), -15.0);
    player.session.stereoMode (StereoMode::stereo);
    EXPECT_NEAR (levelDb (player), plain, 0.3);
}

TEST_F (LiveLoudness, noSwitchAddsMoreThanThreeDecibelsBesideNoise)
{
    // Unmatched and far softer: beside it the same noise is far louder.
    auto soft = live_examples::device (100);
    auto loud = live_examples::device (101);
    auto matrix = support::unitMatrix (2);
    loud.impulseResponse = std::make_shared<const dsp::TransferMatrix> (matrix);
    loud.listeningLevelDbSpl = 60.0;

    for (std::size_t c = 0; c < 2; ++c)
        matrix.path (c, c)[0] = units::Decibels { -12.0 }.toGain();

    soft.impulseResponse = std::make_shared<const dsp::TransferMatrix> (matrix);
    soft.listeningLevelDbSpl = 80.0;
    const auto noisy = place (40.0_dB);
    LivePlayer player { { write (master) } };
    player.session.match (Match::off);
    player.session.bank ({ &soft, &loud });
    player.session.noise (&noisy);
    player.prepareAll();
    player.session.select (Pick::of (soft));
    startPlaying (player);
    const double before = levelDb (player);
    player.session.select (Pick::of (loud));
    const double after = levelDb (player);
    EXPECT_LT (after, before + 3.3);
    EXPECT_GT (after, before + 2.0);
}

TEST_F (LiveLoudness, devicesCanBeAsLoudAsTheyAreUsuallyHeard)
{
    LivePlayer player { { write (master) } };
    auto phone = player.devices[0];
    auto club = player.devices[1];
    phone.listeningLevelDbSpl = 68.0;
    club.listeningLevelDbSpl = 95.0;
    player.session.bank ({ &phone, &club });
    player.prepareAll();
    const auto matchOf = [&] (const Pick& pick) {
        return player.session.prepared (pick)->match.value();
    };
    const double equalPhone = matchOf (Pick::of (phone));
    const double equalClub = matchOf (Pick::of (club));
    player.session.select (Pick::of (phone));
    startPlaying (player);
    const double before = levelDb (player);

    player.session.match (Match::off);
    player.session.deviceLevel (DeviceLevel::natural);
    player.prepareAll();
    EXPECT_DOUBLE_EQ (matchOf (Pick::untouched()), 0.0);
    EXPECT_NEAR (matchOf (Pick::of (phone)), equalPhone - 5.0, 1e-9) << "Neutral has 73 dB";
    EXPECT_NEAR (matchOf (Pick::of (club)), equalClub + 3.0, 1e-9) << "not 22 dB";
    EXPECT_NEAR (levelDb (player), before - 5.0, 0.3);

    player.session.deviceLevel (DeviceLevel::equal);
    player.session.match (Match::loudness);
    player.prepareAll();
    EXPECT_NEAR (matchOf (Pick::of (phone)), equalPhone, 1e-9);
}

TEST_F (LiveLoudness, soloOnlyTakesAway)
{
    LivePlayer player { { write (master) } };
    startPlaying (player);
    const double plain = levelDb (player);

    for (int band = 0; band < 6; ++band)
    {
        player.session.solo (static_cast<SoloBand> (band));
        EXPECT_LT (levelDb (player), plain) << band;
    }

    player.session.solo (std::nullopt);
    EXPECT_NEAR (levelDb (player), plain, 0.3);
}

} // namespace
} // namespace monitoring
