// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MonitoringSession.h"

#include "monitoring/OfflineRenderer.h"
#include "support/AllocationGuard.h"
#include "support/IsCloseTo.h"
#include "support/RealtimeScope.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace monitoring
{
namespace
{

using namespace units::literals;
using support::Signal;

constexpr std::size_t blockSize = 64;
constexpr std::size_t fadeFrames = 480;

ChainLayout unlimited()
{
    ChainLayout layout;
    layout.blockSize = blockSize;
    layout.maximumTaps = 2000;
    layout.safety = Safety::unlimited;
    return layout;
}

ChainPlan plan (const dsp::TransferMatrix& matrix, units::Decibels gain = 0.0_dB)
{
    return ChainBuilder { unlimited() }.build (matrix, gain).value();
}

/** In place, in blocks of random lengths up to 2048. */
Signal heard (MonitoringSession& session, const Signal& in, unsigned seed = 1)
{
    auto buffer = support::toBuffer (in);
    std::mt19937 generator { seed };
    std::uniform_int_distribution<std::size_t> lengths { 1, 2048 };

    for (std::size_t start = 0; start < buffer.numFrames();)
    {
        const auto length = std::min (lengths (generator), buffer.numFrames() - start);
        const auto block = buffer.block().slice (start, length);
        {
            const support::RealtimeScope realtime;
            session.process (block, block);
        }
        start += length;
    }

    return support::fromBlock (buffer.block());
}

/** Late by the latency, and as long as what was put in. */
Signal
expected (const Signal& in, const dsp::TransferMatrix& matrix, const MonitoringSession& session)
{
    const auto whole = support::part (
        support::directConvolution (in, matrix), 0, in.front().size());
    return support::delayed (whole, session.latencyFrames());
}

Signal minus (Signal left, const Signal& right)
{
    for (std::size_t c = 0; c < left.size(); ++c)
        for (std::size_t n = 0; n < left[c].size(); ++n)
            left[c][n] -= right[c][n];

    return left;
}

TEST (MonitoringSession, playsTheMasterItselfBeforeAnythingIsSelected)
{
    MonitoringSession session { unlimited() };
    const auto in = support::noise (2, 10000, 1);
    EXPECT_EQ (session.latencyFrames(), blockSize);
    EXPECT_THAT (heard (session, in),
                 support::isCloseTo (expected (in, support::unitMatrix (2), session), -120.0_dB));
}

TEST (MonitoringSession, playsWhatIsSelectedWithItsGainFromTheFirstSample)
{
    MonitoringSession session { unlimited() };
    auto matrix = support::decayingMatrix (2, 2, 1500, 2);
    session.select (plan (matrix, 20.0_dB));

    for (std::size_t path = 0; path < 4; ++path)
        for (double& tap : matrix.path (path / 2, path % 2))
            tap *= 10.0;

    const auto in = support::noise (2, 5000, 3);
    EXPECT_THAT (heard (session, in),
                 support::isCloseTo (expected (in, matrix, session), -120.0_dB));
}

TEST (MonitoringSession, bypassMinusAUnitKernelIsSilence)
{
    MonitoringSession bypassed { unlimited() }, unit { unlimited() };
    bypassed.select (plan (support::decayingMatrix (2, 2, 500, 4)));
    bypassed.bypass (Bypass::on);
    unit.select (plan (support::unitMatrix (2)));

    const auto in = support::noise (2, 5000, 5);
    const Signal silence (2, std::vector<double> (5000));
    EXPECT_EQ (minus (heard (bypassed, in, 6), heard (unit, in, 7)), silence);
}

TEST (MonitoringSession, soundsAsIfTheNewDeviceHadBeenPlayingAllAlong)
{
    const auto before = support::decayingMatrix (2, 2, 900, 8),
               after = support::decayingMatrix (2, 2, 1700, 9);
    const auto in = support::noise (2, 8192, 10);
    MonitoringSession session { unlimited() };
    session.select (plan (before));
    const auto first = heard (session, support::part (in, 0, 4096));
    session.select (plan (after));
    const auto second = heard (session, support::part (in, 4096, 4096));

    EXPECT_THAT (
        first,
        support::isCloseTo (support::part (expected (in, before, session), 0, 4096), -120.0_dB));

    // The adapter's block in flight, then the fade, then nothing but the new device.
    const auto start = blockSize + fadeFrames;
    EXPECT_THAT (
        support::part (second, start, 4096 - start),
        support::isCloseTo (
            support::part (expected (in, after, session), 4096 + start, 4096 - start), -120.0_dB));
}

/** Plays a constant through gains that are selected one after the other. */
class GainSwitch
{
public:
    explicit GainSwitch (const ChainLayout& layout) : session (layout) {}

    void select (double gain)
    {
        session.select (plan (support::unitMatrix (2), units::Decibels::fromGain (gain)));
    }

    std::vector<double> hear (std::size_t frames)
    {
        return heard (session, Signal (2, std::vector<double> (frames, 1.0)))[0];
    }

    MonitoringSession session;
};

TEST (MonitoringSession, waitsForTheFadeAndThenPlaysTheNewestRequest)
{
    GainSwitch player { unlimited() };
    player.select (1.0);
    player.hear (1024);
    player.select (2.0);
    player.hear (2 * blockSize); // the fade to 2 is on its way
    player.select (50.0);
    player.select (60.0);
    player.select (3.0);

    const auto out = player.hear (2048);
    EXPECT_NEAR (*std::max_element (out.begin(), out.end()), 3.0, 1e-5)
        << "50 and 60 are never heard";
    EXPECT_NEAR (*std::min_element (out.begin(), out.end()), 1.0, 0.3) << "and there is no hole";
    EXPECT_TRUE (
        std::is_sorted (out.begin(), out.end(), [] (double a, double b) { return a < b - 1e-5; }));
    EXPECT_NEAR (out.back(), 3.0, 1e-5);
}

TEST (MonitoringSession, playsTheNewestOfMoreRequestsThanCanBeLent)
{
    GainSwitch player { unlimited() };

    for (int gain = 1; gain <= 100; ++gain)
        player.select (gain);

    // What is heard at first is one of those that were lent in time; the last one waits at home.
    player.hear (1024);
    player.session.tend();
    EXPECT_NEAR (player.hear (4096).back(), 100.0, 1e-3);
}

TEST (MonitoringSession, bringsEveryKernelHome)
{
    std::vector<std::weak_ptr<const dsp::GrowingKernel>> kernels;
    MonitoringSession session { unlimited() };

    for (unsigned i = 0; i < 20; ++i)
    {
        auto next = plan (support::decayingMatrix (2, 2, 100, i));
        kernels.emplace_back (next.kernel);
        session.select (std::move (next));
        heard (session, support::noise (2, 2048, i));
        session.tend();
    }

    const auto living = std::count_if (
        kernels.begin(), kernels.end(), [] (const auto& kernel) { return ! kernel.expired(); });
    EXPECT_EQ (living, 1);
}

TEST (MonitoringSession, keepsALiveMasterBelowTheCeilingAndTellsTheLatency)
{
    auto layout = unlimited();
    layout.safety = Safety::limited;
    GainSwitch player { layout };
    player.select (4.0);
    const auto out = player.hear (48000);
    EXPECT_GT (player.session.latencyFrames(), blockSize);
    EXPECT_NEAR (out.back(), std::pow (10.0, -1.0 / 20.0), 1e-3);
    EXPECT_LT (*std::max_element (out.begin(), out.end()), std::pow (10.0, -0.8 / 20.0));
}

TEST (MonitoringSession, soundsLikeTheOfflineRenderer)
{
    const auto matrix = support::decayingMatrix (2, 2, 1200, 11);
    const auto in = support::noise (2, 6000, 12);
    MonitoringSession session { unlimited() };
    session.select (plan (matrix));
    const auto live = heard (session, support::part (in, 0, 6000 + blockSize));

    OfflineRenderer renderer { 2, { &matrix } };
    Signal offline (2);
    const auto append = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < 2; ++c)
            offline[c].insert (
                offline[c].end(), block.channel (c).begin(), block.channel (c).end());
    };

    const auto buffer = support::toBuffer (in);
    renderer.process (buffer.block(), append);
    renderer.flush (append);
    EXPECT_THAT (support::part (live, blockSize, 6000),
                 support::isCloseTo (support::part (offline, 0, 6000), -120.0_dB));
}

TEST (MonitoringSession, givesSilenceForSilenceAndRecoversFromNonFiniteSamples)
{
    const auto matrix = support::decayingMatrix (2, 2, 700, 13);
    MonitoringSession session { {} };
    session.select (ChainBuilder { ChainLayout {} }.build (matrix, -40.0_dB).value());
    const Signal silence (2, std::vector<double> (3000));
    EXPECT_EQ (heard (session, silence), silence);

    auto broken = support::noise (2, 3000, 14);
    broken[0][500] = std::nan ("");
    broken[1][501] = -std::numeric_limits<double>::infinity();

    for (const auto& channel : heard (session, broken))
        EXPECT_TRUE (std::all_of (
            channel.begin(), channel.end(), [] (double s) { return std::isfinite (s); }));
}

TEST (MonitoringSession, isAsGoodAsNewAfterReset)
{
    const auto matrix = support::decayingMatrix (2, 2, 700, 15);
    const auto in = support::noise (2, 3000, 16);
    MonitoringSession used { {} }, fresh { {} };
    const auto chosen = ChainBuilder { ChainLayout {} }.build (matrix, -10.0_dB).value();
    heard (used, support::noise (2, 3001, 17));
    used.select (chosen);
    heard (used, support::noise (2, 300, 18)); // a fade is on its way
    used.reset();
    fresh.select (chosen);
    EXPECT_EQ (heard (used, in), heard (fresh, in));
}

TEST (MonitoringSession, leavesTheHeapAloneEvenWhileSwitching)
{
    MonitoringSession session { {} };
    const ChainBuilder builder { ChainLayout {} };
    dsp::AudioBuffer buffer (2, 1000);

    for (unsigned i = 0; i < 12; ++i)
    {
        session.select (builder.build (support::decayingMatrix (2, 2, 300, i), 0.0_dB).value());

        const support::AllocationGuard heap;
        session.process (buffer.block(), buffer.block());
        EXPECT_EQ (heap.count(), 0u);

        session.tend();
    }

    const support::AllocationGuard heap;
    session.reset();
    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace monitoring
