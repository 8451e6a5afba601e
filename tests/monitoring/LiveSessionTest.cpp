// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LiveSession.h"

#include "monitoring/OfflineRenderer.h"
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

/** What a device plays of a whole master, with this gain: the engine that renders files. */
Signal
renderedOffline (const Signal& master, const library::DeviceProfile& device, units::Decibels gain)
{
    const auto kernel = std::make_shared<dsp::PartitionedKernel> (*device.impulseResponse, 4096);
    OfflineRenderer renderer { 2, 4096, { kernel } };
    Signal out (2);
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < 2; ++c)
            for (const float sample : block.channel (c))
                out[c].push_back (gain.toGain() * static_cast<double> (sample));
    };

    const auto buffer = support::toBuffer (master);
    renderer.process (buffer.block(), keep);
    renderer.flush (keep);
    return out;
}

TEST (LiveSession, playsNineDevicesAsTheOfflineRendererDoes)
{
    const support::TemporaryFolder folder;
    const auto master = live_examples::programme (8 * second);
    const auto file = live_examples::writeFile (folder / "master.wav", master);
    LivePlayer player { std::vector { file } };
    player.session.play();
    player.hear (second + second / 2); // the safe start
    std::size_t start = second + second / 2;

    for (const auto& device : player.devices)
    {
        player.session.select (Pick::of (device));
        const auto heard = player.hear (second / 2);
        ASSERT_EQ (player.session.readings().heard, Pick::of (device));

        const auto gain = player.session.prepared (Pick::of (device))->plan.gain;
        const auto late = support::delayed (renderedOffline (master, device, gain),
                                            player.session.latencyFrames());
        constexpr std::size_t complete = 960 + 1500; // 20 ms and the longest buffer
        const auto length = second / 2 - complete;
        EXPECT_EQ (support::difference (support::part (heard, complete, length),
                                        support::part (late, start + complete, length),
                                        -90.0_dB),
                   "")
            << device.name;
        start += second / 2;
    }
}

} // namespace
} // namespace monitoring
