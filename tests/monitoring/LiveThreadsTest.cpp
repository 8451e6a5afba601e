// SPDX-License-Identifier: GPL-3.0-or-later
// An audio thread that plays as fast as it can beside a control thread in a hurry. The claims hold at
// every interleaving; the sanitizers watch the rest.
#include "support/Sanitizers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using namespace units::literals;
using live_examples::LivePlayer;

constexpr std::size_t second = 48000;
constexpr std::size_t longestBlock = 700;

/** A sound card that is never late, and hears what it gets. */
class SoundCard
{
public:
    explicit SoundCard (LiveSession& from) : session (from), thread ([this] { run(); }) {}
    ~SoundCard() { stop(); }
    SoundCard (const SoundCard&) = delete;
    SoundCard& operator= (const SoundCard&) = delete;

    void stop()
    {
        isWanted = false;

        if (thread.joinable())
            thread.join();
    }

    void waitForBlocks (int count) const
    {
        for (const int until = blocks + count; blocks < until;)
            std::this_thread::yield();
    }

    // To be read after stop().
    bool isFinite = true;
    float highest = 0.0f;

private:
    void run()
    {
        std::mt19937 generator { 3 };
        std::uniform_int_distribution<std::size_t> lengths { 1, longestBlock };
        dsp::AudioBuffer block (2, longestBlock);

        while (isWanted)
        {
            const auto part = block.block().slice (0, lengths (generator));
            {
                const support::RealtimeScope realtime;
                session.process (part);
            }

            for (std::size_t c = 0; c < 2; ++c)
                for (const float sample : part.channel (c))
                {
                    isFinite = isFinite && std::isfinite (sample);
                    highest = std::max (highest, std::abs (sample));
                }

            ++blocks;
        }
    }

    LiveSession& session;
    std::atomic<bool> isWanted { true };
    std::atomic<int> blocks { 0 };
    std::thread thread;
};

/** A place that is noisy. */
library::ListeningEnvironment street()
{
    library::ListeningEnvironment place;
    place.id = "street";
    place.noise = library::BackgroundNoise {};
    place.noise->thirdOctavesDbSpl = dsp::FrequencyResponse::flat (55.0_dB);
    return place;
}

class LiveThreads : public testing::Test
{
protected:
    /** Everything that a user can turn, in an order of no sense. */
    void act (std::size_t number, LiveSession& session)
    {
        const auto odd = number % 2 == 1;
        const auto& device = player.devices[number * 5 % 9];

        switch (number % 11)
        {
        case 0:
            return session.play();
        case 1:
            return session.select (Pick::of (device));
        case 2:
            return session.seek ({ number % 2, 0.2 * static_cast<double> (number % 9) });
        case 3:
            return session.noise (number % 3 == 0 ? nullptr : &place);
        case 4:
            return session.stereoMode (odd ? StereoMode::side : StereoMode::stereo);
        case 5:
            return session.solo (odd ? std::optional { SoloBand::mid } : std::nullopt);
        case 6:
            return session.volume (odd ? -12.0_dB : 0.0_dB);
        case 7:
            return session.loop (odd ? std::optional { LoopRegion { 0, 0.5, 0.9 } } : std::nullopt);
        case 8:
            return session.select (odd ? Pick::untouched() : Pick::lostOn (device));
        case 9:
            return session.match (odd ? Match::lufs : Match::loudness);
        default:
            return session.scrub ({ 0, 1.0 });
        }
    }

    const support::TemporaryFolder folder;
    const library::ListeningEnvironment place = street();
    LivePlayer player {
        { live_examples::writeFile (folder / "a.wav", live_examples::programme (2 * second)),
          live_examples::writeFile (folder / "b.wav", live_examples::programme (2 * second, 5)) }
    };
};

TEST_F (LiveThreads, leaveTheSoundWholeWhateverIsTurned)
{
    constexpr std::size_t turns = support::isSanitized ? 60 : 200;

    for (const int rateHz : { 48000, 44100, 96000 })
    {
        player.session.prepare ({ rateHz }); // a sound card that changes its rate stops meanwhile
        SoundCard card { player.session };

        for (std::size_t number = 0; number < turns; ++number)
        {
            act (number, player.session);
            player.session.tend();
            player.session.readings();
            player.session.meters();

            if (number % 4 == 0)
                card.waitForBlocks (1);
        }

        // In the end everything is as it was, and heard.
        player.session.solo (std::nullopt);
        player.session.stereoMode (StereoMode::stereo);
        player.session.noise (nullptr);
        player.session.loop (LoopRegion { 0, 0.0, 1.5 });
        player.session.seek ({ 0, 0.0 });
        player.session.volume (0.0_dB);
        player.session.select (Pick::of (player.devices[3]));
        player.session.play();
        player.waitFor (
            [&] { return player.session.readings().heard == Pick::of (player.devices[3]); });
        card.stop();
        EXPECT_TRUE (card.isFinite);
        EXPECT_LT (card.highest, 1.0f);
    }

    player.prepareAll();
    player.hear (2 * 96000);
    const auto heard = player.hear (96000);
    double highest = 0.0;

    for (const double sample : heard[0])
        highest = std::max (highest, std::abs (sample));

    EXPECT_GT (highest, 0.01) << "it still plays";
}

} // namespace
} // namespace monitoring
