// SPDX-License-Identifier: GPL-3.0-or-later
// A match is offered as it is predicted on excerpts, and refined to the full model's on the whole master.
#include "monitoring/MasterPass.h"
#include "monitoring/PredictedMatch.h"
#include "support/GoOn.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using live_examples::rate;
using support::goOn;

constexpr double lengthSeconds = 36.0;

/** Soft noise, and between the excerpts, which begin every 35/24 s and are 1 s long, a loud bass. */
support::Signal deceptive()
{
    auto signal = support::noise (2, rate.framesIn ({ lengthSeconds }), 9);

    for (auto& channel : signal)
        for (std::size_t n = 0; n < channel.size(); ++n)
        {
            const double seconds = static_cast<double> (n) / rate.hertz;
            const double since = std::fmod (seconds, (lengthSeconds - 1.0) / 24.0);
            const bool isBetween = since > 1.05 && since < 1.4;
            channel[n] = 0.01 * channel[n]
                         + (isBetween ? 0.3 * std::sin (2.0 * std::numbers::pi * 60.0 * seconds)
                                      : 0.0);
        }

    return signal;
}

/** Has no bass. */
library::DeviceProfile phone()
{
    auto profile = live_examples::device (500);
    dsp::TransferMatrix matrix { 2, 2, 600, rate };
    const double pole = std::exp (-2.0 * std::numbers::pi * 500.0 / rate.hertz);

    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t n = 0; n < matrix.numTaps(); ++n)
            matrix.path (c, c)[n] = (n == 0 ? 1.0 : 0.0)
                                    - (1.0 - pole) * std::pow (pole, static_cast<double> (n));

    profile.impulseResponse = std::make_shared<const dsp::TransferMatrix> (std::move (matrix));
    return profile;
}

class LiveRefinement : public testing::Test
{
protected:
    /** What `audition` finds, of the whole. */
    units::Decibels fullModelGain() const
    {
        auto reader = files::AudioFileReader::open (file);
        const Heard heard[] = { {}, { device.impulseResponse.get() } };
        auto pass = passOver (*reader, { heard, rate, folder.path }, goOn);
        const Hearing how { path(), rate, library::usualListeningLevel (&device) };
        const auto target = loudnessTarget (pass->outputs[0].samples, how, goOn).value();
        return matchLoudness (
                   pass->outputs[1].samples, *target, how, units::Decibels { 10.0 }, goOn)
            .value()
            ->gain;
    }

    units::Decibels predictedGain() const
    {
        const auto excerpts = takeExcerpts (file, rate);
        const auto spectra = masterSpectra (excerpts->frames.block(), rate);
        return *PredictedMatch { spectra, path(), library::usualListeningLevel (&device) }.gainFor (
            BandTransfer { *device.impulseResponse, path().response, spectra });
    }

    const EarPath& path() const
    {
        static const EarPath microphone { library::Listening::microphone,
                                          dsp::FrequencyResponse::flat (units::Decibels { 0.0 }),
                                          { { 1.0 }, rate } };
        return microphone;
    }

    const support::TemporaryFolder folder;
    const std::filesystem::path file = live_examples::writeFile (folder / "master.wav",
                                                                 deceptive());
    const library::DeviceProfile device = phone();
};

TEST_F (LiveRefinement, endsAtTheFullModelsGainOnTheWholeMaster)
{
    const double expected = fullModelGain().value();
    ASSERT_GT (std::abs (predictedGain().value() - expected), 2.0)
        << "the excerpts know nothing of the bass";

    live_examples::LivePlayer player { {} };
    player.session.bank ({ &device });
    EXPECT_TRUE (player.session.open ({ file }).empty());
    player.prepareAll();
    const auto ready = player.session.prepared (Pick::of (device));
    ASSERT_TRUE (ready);
    EXPECT_NEAR (ready->match.value(), expected, 0.25) << "each within 0.1 phon";
    EXPECT_NE (ready->original, ready->plan.number) << "it was offered before";
    EXPECT_NEAR (player.session.prepared (Pick::untouched())->match.value(), 0.0, 0.1);
}

TEST_F (LiveRefinement, isNotDoneWhereTheMatchIsNotByLoudness)
{
    live_examples::LivePlayer player { {} };
    player.session.match (Match::lufs);
    player.session.bank ({ &device });
    EXPECT_TRUE (player.session.open ({ file }).empty());
    player.prepareAll();
    const auto ready = player.session.prepared (Pick::of (device));
    ASSERT_TRUE (ready);
    EXPECT_EQ (ready->original, ready->plan.number);
}

TEST_F (LiveRefinement, doesNotKeepWhoeverSelectsWaiting)
{
    live_examples::LivePlayer player { {} };
    EXPECT_TRUE (player.session.open ({ file }).empty());
    player.waitFor (
        [&] { return player.session.prepared (Pick::of (player.devices.back())).has_value(); });
    player.session.select (Pick::of (device));
    player.waitFor ([&] { return player.session.prepared (Pick::of (device)).has_value(); });
    EXPECT_TRUE (player.session.isPreparing()) << "the others are refined when it is there";
}

} // namespace
} // namespace monitoring
