// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/SoundCard.h"

#include "files/AudioFile.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "VirtualSoundCard.h"

namespace app
{
namespace
{

using testing::HasSubstr;

class SoundCardTest : public testing::Test
{
protected:
    SoundCardTest()
    {
        auto tone = support::noise (2, 48000 * 4, 1);

        for (auto& channel : tone)
            for (double& sample : channel)
                sample *= 0.1;

        auto writer = files::AudioFileWriter::create (
            folder / "noise.wav", {}, files::Overwrite::allow);
        const auto buffer = support::toBuffer (tone);
        EXPECT_TRUE (writer->write (buffer.block()));
        EXPECT_TRUE (writer->finish());
        live.open ({ folder / "noise.wav" });
    }

    std::unique_ptr<SoundCard> card (SoundCardWish wish = {})
    {
        SoundCard::Systems systems;
        systems.push_back (std::make_unique<support::VirtualSystem> (socket));
        return std::make_unique<SoundCard> (
            live, std::move (systems), std::move (wish), units::SampleRate { 48000 });
    }

    /** The largest sample of so many buffers. */
    double heard (int numBuffers)
    {
        double largest = 0.0;

        for (int i = 0; i < numBuffers; ++i)
        {
            while (! live.isReady (512))
                juce::Thread::sleep (1);

            for (const auto& channel : socket.open->play())
                for (const double sample : channel)
                    largest = std::max (largest, std::abs (sample));
        }

        return largest;
    }

    void prepareAll()
    {
        while (live.isPreparing() || ! live.prepared (monitoring::Pick::untouched()))
            juce::Thread::sleep (1);

        live.tend();
    }

    const juce::ScopedJuceInitialiser_GUI juce;
    const support::TemporaryFolder folder;
    support::VirtualSocket socket;
    library::Catalogue catalogue;
    monitoring::LiveSession live { catalogue };
};

TEST_F (SoundCardTest, isTakenWhenSomethingIsToPlayAndFillsEveryBuffer)
{
    const auto tested = card();
    EXPECT_EQ (tested->state(), SoundCard::State::released);
    EXPECT_EQ (socket.timesOpened, 0);
    tested->need (0.0);
    ASSERT_EQ (tested->state(), SoundCard::State::open);
    EXPECT_EQ (heard (4), 0.0);
    prepareAll();
    live.play();
    heard (300);
    EXPECT_GT (heard (4), 0.01);
    EXPECT_LT (heard (4), 1.0);
}

TEST_F (SoundCardTest, isLetGoFiveSecondsAfterTheLastSound)
{
    const auto tested = card();
    tested->need (10.0);
    live.play();
    heard (1);
    tested->tend (12.0);
    live.stop();
    heard (1);
    tested->tend (14.0);
    heard (1);
    tested->tend (16.9);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
    heard (1);
    tested->tend (17.0);
    EXPECT_EQ (tested->state(), SoundCard::State::released);
    EXPECT_EQ (socket.open, nullptr) << "another program may have it";
    live.play();
    tested->tend (30.0);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
}

TEST_F (SoundCardTest, doesNotPrepareAnewWhenADeviceStartsAgain)
{
    const auto tested = card();
    tested->need (0.0);
    prepareAll();
    live.play();
    heard (300);

    for (int i = 0; i < 5; ++i)
        socket.open->restart();

    EXPECT_FALSE (live.isPreparing());
    EXPECT_GT (live.readings().signal.master.seconds, 1.0) << "and plays on where it was";
    EXPECT_GT (heard (4), 0.01) << "at once";
}

TEST_F (SoundCardTest, followsAnotherRateWhileItPlays)
{
    const auto tested = card();
    tested->need (0.0);
    prepareAll();
    live.play();
    heard (100);
    tested->choose ({ "Virtual", "Virtual Stereo", 96000, 128 }, 1.0);
    EXPECT_EQ (tested->rate().hertz, 96000);
    EXPECT_EQ (socket.timesOpened, 2);
    EXPECT_EQ (socket.open->getCurrentBufferSizeSamples(), 128);
    const double before = live.readings().signal.master.seconds;
    EXPECT_NEAR (before, 100.0 * 256.0 / 48000.0, 0.05);
    prepareAll();
    heard (750);
    EXPECT_NEAR (live.readings().signal.master.seconds, before + 1.0, 0.01);
    EXPECT_GT (heard (4), 0.01);
}

TEST_F (SoundCardTest, saysThatACardVanishedAndTriesItAgain)
{
    const auto tested = card();
    tested->need (0.0);
    live.play();
    heard (1);
    socket.devices = { "Another card" };
    socket.open->fail();
    tested->tend (1.0);
    EXPECT_EQ (tested->state(), SoundCard::State::lost);
    EXPECT_THAT (tested->problem(), HasSubstr ("Virtual Stereo"));
    EXPECT_EQ (socket.open, nullptr);
    tested->choose ({ "Virtual", "Virtual Stereo" }, 1.5);
    tested->tend (3.4);
    EXPECT_EQ (socket.timesOpened, 1);
    tested->tend (3.6);
    EXPECT_EQ (tested->state(), SoundCard::State::lost) << "never another card in its place";
    socket.devices.add ("Virtual Stereo");
    tested->tend (5.7);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
    EXPECT_TRUE (tested->problem().empty());
}

TEST_F (SoundCardTest, leavesADeviceThatEndedByItselfTheTimeToEnd)
{
    const auto tested = card();
    tested->need (0.0);
    live.play();
    heard (1);
    socket.open->fail();
    tested->tend (1.0);
    EXPECT_EQ (tested->state(), SoundCard::State::lost);
    EXPECT_EQ (socket.timesDestroyed, 0);
    tested->tend (3.1);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
    EXPECT_EQ (socket.timesDestroyed, 1);
}

TEST_F (SoundCardTest, isNotLookedForWhenNothingIsToPlay)
{
    socket.isTaken = true;
    const auto tested = card();
    tested->need (0.0);

    for (double now = 1.0; now < 20.0; now += 1.0)
        tested->tend (now);

    socket.isTaken = false;
    tested->tend (20.0);
    EXPECT_EQ (tested->state(), SoundCard::State::lost);
    EXPECT_THAT (tested->problem(), HasSubstr ("Play looks for it"));
    tested->need (21.0);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
}

TEST_F (SoundCardTest, noticesACardThatAsksForNothingAnyMore)
{
    const auto tested = card();
    tested->need (0.0);
    live.play();
    heard (1);
    tested->tend (1.0);
    tested->tend (3.9);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
    tested->tend (4.1);
    EXPECT_EQ (tested->state(), SoundCard::State::lost);
}

TEST_F (SoundCardTest, saysWhenAnotherProgramHasIt)
{
    socket.isTaken = true;
    const auto tested = card();
    tested->need (0.0);
    EXPECT_EQ (tested->state(), SoundCard::State::lost);
    EXPECT_THAT (tested->problem(), HasSubstr ("another program"));
    socket.isTaken = false;
    tested->tend (2.1);
    EXPECT_EQ (tested->state(), SoundCard::State::open);
}

TEST_F (SoundCardTest, saysWhenThereIsNone)
{
    socket.devices = {};
    const auto tested = card();
    tested->need (0.0);
    EXPECT_THAT (tested->problem(), HasSubstr ("No sound card was found"));
}

TEST_F (SoundCardTest, anotherCardStartsQuietly)
{
    socket.devices = { "Virtual Stereo", "Another card" };
    const auto tested = card();
    tested->need (0.0);
    prepareAll();
    live.play();
    heard (300);
    const double before = heard (10);
    tested->choose ({ "Virtual", "Another card" }, 1.0);
    EXPECT_LT (heard (4), 0.1 * before);
    heard (300);
    EXPECT_GT (heard (10), 0.5 * before);
}

} // namespace
} // namespace app
