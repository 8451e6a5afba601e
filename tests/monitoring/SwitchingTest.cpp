// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads in a hurry. The claims are simple, so that they hold at every interleaving; the thread
// sanitizer watches the rest.
#include "monitoring/MonitoringSession.h"
#include "support/RealtimeScope.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace monitoring
{
namespace
{

constexpr std::size_t longestBlock = 700;

ChainLayout layout()
{
    ChainLayout chosen;
    chosen.blockSize = 32;
    chosen.maximumTaps = 256;
    chosen.safety = Safety::unlimited;
    return chosen;
}

/** A player that runs until it is told to stop, hearing a constant of 1 in blocks of all sizes. */
class AudioThread
{
public:
    explicit AudioThread (MonitoringSession& chain) : session (chain), thread ([this] { run(); }) {}

    ~AudioThread() { stop(); }

    void stop()
    {
        wanted = false;

        if (thread.joinable())
            thread.join();
    }

    void waitForBlocks (int count) const
    {
        for (const int until = blocks + count; blocks < until;)
            std::this_thread::yield();
    }

    float lowest = 1.0f; ///< of what was heard after the latency; to be read after stop()
    float highest = 1.0f;
    float last = 0.0f;

private:
    void run()
    {
        std::mt19937 generator { 1 };
        std::uniform_int_distribution<std::size_t> lengths { 1, longestBlock };
        dsp::AudioBuffer block (2, longestBlock);
        std::size_t numHeard = 0;

        while (wanted)
        {
            const auto part = block.block().slice (0, lengths (generator));
            std::fill (part.channel (0).begin(), part.channel (0).end(), 1.0f);
            std::fill (part.channel (1).begin(), part.channel (1).end(), 1.0f);
            {
                const support::RealtimeScope realtime;
                session.process (part, part);
            }

            for (const float sample : part.channel (0))
                if (++numHeard > session.latencyFrames())
                    judge (sample);

            ++blocks;
        }
    }

    void judge (float sample)
    {
        lowest = std::min (lowest, sample);
        highest = std::max (highest, sample);
        last = sample;
    }

    MonitoringSession& session;
    std::atomic<bool> wanted { true };
    std::atomic<int> blocks { 0 };
    std::thread thread;
};

ChainPlan gainPlan (double gain)
{
    return ChainBuilder { layout() }
        .build (support::unitMatrix (2), units::Decibels::fromGain (gain))
        .value();
}

TEST (Switching, neverLeavesAHoleAndEndsWithTheNewestRequest)
{
    MonitoringSession session { layout() };
    AudioThread audio { session };

    for (int i = 0; i < 400; ++i)
    {
        session.select (gainPlan (1.0 + 0.01 * (i % 100)));
        session.bypass (i % 7 == 0 ? Bypass::on : Bypass::off);

        if (i % 3 == 0)
            session.tend();

        if (i % 10 == 0)
            audio.waitForBlocks (1);
    }

    session.bypass (Bypass::off);
    session.select (gainPlan (1.5));

    for (int i = 0; i < 20; ++i) // as a timer would
    {
        audio.waitForBlocks (2);
        session.tend();
    }

    audio.stop();
    EXPECT_GT (audio.lowest, 0.999f) << "every plan and every fade between two is at least unity";
    EXPECT_LT (audio.highest, 2.0f);
    EXPECT_NEAR (audio.last, 1.5f, 1e-4f);
}

/** Fails when it is destroyed on any thread but the one that made it. */
std::shared_ptr<const dsp::GrowingKernel> homesickKernel()
{
    const auto home = std::this_thread::get_id();
    return { new dsp::GrowingKernel (
                 support::decayingMatrix (2, 2, 200, 1), layout().blockSize, layout().maximumTaps),
             [home] (const dsp::GrowingKernel* kernel) {
                 EXPECT_EQ (std::this_thread::get_id(), home);
                 delete kernel;
             } };
}

TEST (Switching, destroysEveryKernelOnTheControlThread)
{
    MonitoringSession session { layout() };
    AudioThread audio { session };

    for (int i = 0; i < 200; ++i)
    {
        session.select ({ homesickKernel(), units::Decibels { 0.0 } });

        if (i % 5 == 0)
            audio.waitForBlocks (1);

        session.tend();
    }
}

TEST (Switching, mayBuildPlansOnALoaderThread)
{
    MonitoringSession session { layout() };
    AudioThread audio { session };

    for (unsigned i = 0; i < 20; ++i)
    {
        ChainPlan made;
        std::thread loader { [&] { made = gainPlan (1.0 + 0.1 * i); } };
        loader.join();
        session.select (std::move (made));
        audio.waitForBlocks (2);
        session.tend();
    }

    for (int i = 0; i < 20; ++i)
        audio.waitForBlocks (1);

    audio.stop();
    EXPECT_NEAR (audio.last, 2.9f, 1e-4f);
}

} // namespace
} // namespace monitoring
