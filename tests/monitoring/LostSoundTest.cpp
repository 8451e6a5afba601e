// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LostSound.h"

#include "dsp/Biquad.h"
#include "dsp/Fft.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <cmath>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

constexpr units::SampleRate rate { 48000 };

/** A pair that plays nothing below 300 Hz: 12 dB per octave. */
dsp::TransferMatrix withoutBass()
{
    const auto shape = dsp::Biquad::highPass (rate, { units::Hertz { 300.0 } });
    dsp::TransferMatrix matrix { 2, 2, 4096, rate };

    for (std::size_t c = 0; c < 2; ++c)
    {
        dsp::BiquadFilter filter { shape };

        for (std::size_t n = 0; n < matrix.numTaps(); ++n)
            matrix.path (c, c)[n] = filter.process (n == 0 ? 1.0 : 0.0);
    }

    return matrix;
}

double levelDbAt (const dsp::TransferMatrix& matrix, double frequencyHz)
{
    const dsp::DesignFft fft { 16384 };
    const auto bins = fft.forward (matrix.path (0, 0));
    const auto bin = static_cast<std::size_t> (std::lround (frequencyHz * 16384.0 / rate.hertz));
    return 20.0 * std::log10 (std::abs (bins[bin]) + 1e-12);
}

TEST (LostSound, isWhatTheDeviceTakesAwayAndNothingElse)
{
    const auto lost = lostSound (support::unitMatrix (2), withoutBass());
    const auto shape = dsp::Biquad::highPass (rate, { units::Hertz { 300.0 } });

    for (const double frequencyHz : { 60.0, 100.0, 150.0, 300.0 })
    {
        const double kept = std::pow (10.0,
                                      shape.levelDbAt (units::Hertz { frequencyHz }, rate) / 20.0);
        EXPECT_NEAR (levelDbAt (lost, frequencyHz), 20.0 * std::log10 (1.0 - kept), 1.0)
            << frequencyHz;
    }

    for (const double frequencyHz : { 2000.0, 5000.0, 12000.0 })
        EXPECT_LT (levelDbAt (lost, frequencyHz), -38.0) << frequencyHz;
}

TEST (LostSound, doesNotCountPhaseOrWhatIsAdded)
{
    for (const double gain : { -1.0, 2.0 })
    {
        dsp::TransferMatrix device { 2, 2, 100, rate };
        device.path (0, 0)[99] = device.path (1, 1)[99] = gain;
        const auto lost = lostSound (support::unitMatrix (2), device);

        for (const double frequencyHz : { 50.0, 500.0, 5000.0 })
            EXPECT_LT (levelDbAt (lost, frequencyHz), -80.0) << gain << " " << frequencyHz;
    }

    EXPECT_GT (levelDbAt (lostSound (support::unitMatrix (2), withoutBass()), 60.0), -3.0);
}

TEST (LostSound, comesLateByHalfItsFilter)
{
    const auto lost = lostSound (support::unitMatrix (2), withoutBass());
    const auto path = lost.path (0, 0);
    const auto loudest = std::max_element (
        path.begin(), path.end(), [] (double a, double b) { return std::abs (a) < std::abs (b); });
    EXPECT_EQ (static_cast<std::size_t> (loudest - path.begin()), lostDelayFrames (rate));
}

TEST (LostSound, isHeardLiveAndFollowsTheMatch)
{
    const support::TemporaryFolder folder;
    const auto file = live_examples::writeFile (folder / "master.wav",
                                                live_examples::programme (4 * 48000));
    live_examples::LivePlayer player { { file } };
    auto thin = live_examples::device (50);
    thin.impulseResponse = std::make_shared<const dsp::TransferMatrix> (withoutBass());
    player.session.bank ({ &thin });
    player.session.select (Pick::lostOn (thin));
    player.prepareAll();
    ASSERT_FALSE (player.session.problemOf (Pick::lostOn (thin)))
        << player.session.problemOf (Pick::lostOn (thin))->what;
    player.session.play();
    player.hear (48000 + 24000);
    EXPECT_EQ (player.session.readings().heard, Pick::lostOn (thin));

    player.waitFor ([&] { return player.session.meters().heard.bandsDb[2] > -190.0f; });
    player.hear (48000);
    const auto passed = [&] (std::size_t band) {
        const auto& meters = player.session.meters();
        return meters.heard.bandsDb[band] - meters.master.bandsDb[band];
    };
    const auto bassIsLost = [&] { return passed (5) > passed (19) + 20.0f; };

    // The analysing thread comes after, on a busy machine long after.
    for (int tries = 0; tries < 500 && ! bassIsLost(); ++tries)
        std::this_thread::sleep_for (std::chrono::milliseconds (20));

    EXPECT_TRUE (bassIsLost()) << "80 Hz is lost, 2 kHz is not: " << passed (5) << ", "
                               << passed (19);
    EXPECT_EQ (player.heapCalls, 0u);
}

} // namespace
} // namespace monitoring
