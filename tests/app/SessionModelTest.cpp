// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/SessionModel.h"

#include "app/keep/SettingsFile.h"
#include "app/keep/SettingsJson.h"
#include "files/AudioFile.h"

#include <gmock/gmock.h>

#include <cmath>

#include "AppExample.h"

namespace app
{
namespace
{

using app_examples::AppExample;
using ui::Command;

TEST (SessionModel, playsTheDemoAndSwitchesThroughNineDevicesByKey)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    EXPECT_EQ (example.model->state().topBar.track, "demo");
    example.prepareAll();
    example.model->perform (Command::playOrStop);
    example.hear (48000);
    EXPECT_TRUE (example.model->state().transport.isPlaying);
    EXPECT_TRUE (example.model->state().untouched.isHeard) << "Untouched plays first";
    EXPECT_NEAR (example.model->state().transport.positionSeconds, 1.0, 0.1);

    for (std::size_t key = 0; key < 9; ++key)
    {
        if (! example.model->state().bank[key])
            continue;

        example.model->perform (ui::deviceCommand (key));
        example.hear (4800);
        EXPECT_TRUE (example.model->state().bank[key]->isHeard) << key;
        EXPECT_FALSE (example.model->state().untouched.isHeard);
    }

    example.model->perform (Command::neutral);
    example.hear (4800);
    EXPECT_TRUE (example.model->state().neutral.isHeard);
}

TEST (SessionModel, tilesAreReadyAfterPlayThoughTheCardHasAnotherRate)
{
    AppExample example;
    example.socket.rates = { 44100.0 };
    example.model->open ({ example.demo().string() });
    example.prepareAll();
    example.model->perform (Command::playOrStop);
    example.prepareAll();
    example.hear (44100);

    for (int i = 0; i < 20; ++i)
    {
        example.hear (2048);
        EXPECT_FALSE (example.model->session().isPreparing());
    }

    for (const auto& tile : example.model->state().bank)
        EXPECT_TRUE (! tile || tile->readiness == ui::Readiness::ready);
}

TEST (SessionModel, comesBackToWhereATrackWasLeft)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.model->perform (Command::device3);
    example.model->seek (12.5);
    example.model->setLoop (ui::TimeSpan { 10.0, 14.0 });
    example.model->setNotes ("louder bells?");
    example.model->setVolume (-20.0);
    example.model->assignKey (Command::mono, "Q");
    example.tick (1.5);
    const auto before = example.model->state();
    example.start();
    example.model->restore();
    const auto& after = example.model->state();
    EXPECT_EQ (after.topBar.track, "demo");
    EXPECT_NEAR (after.transport.positionSeconds, 12.5, 0.01);
    EXPECT_EQ (after.waveform.loop, (ui::TimeSpan { 10.0, 14.0 }));
    EXPECT_TRUE (after.waveform.isLooping);
    EXPECT_EQ (after.notes, "louder bells?");
    EXPECT_EQ (after.topBar.volumeDb, -20.0);
    EXPECT_EQ (after.keys.commandOf ("Q"), Command::mono);
    EXPECT_TRUE (after.bank[2]->isAwaited || after.bank[2]->isHeard);
    ASSERT_FALSE (after.notices.empty());
    EXPECT_THAT (after.notices.back().text, testing::HasSubstr ("0:12"));
}

TEST (SessionModel, keepsTheSilencesOfThePlaylistAndTheNaturalLevel)
{
    AppExample example;
    const auto first = example.demo();
    const auto second = example.folder / "second.wav";
    const auto gone = example.folder / "gone.wav";
    std::filesystem::copy_file (first, second);
    std::filesystem::copy_file (first, gone);
    example.model->open ({ first.string(), gone.string(), second.string(), first.string() });
    example.model->setGap (0, 1.5);
    example.model->setGap (1, 9.0);
    example.model->setGap (2, 2.5);
    example.model->perform (Command::naturalLevel);
    example.tick (1.1);
    std::filesystem::remove (gone);
    example.start();
    example.model->restore();
    const auto& tracks = example.model->state().playlist.tracks;
    ASSERT_EQ (tracks.size(), 3u);
    EXPECT_EQ (tracks[0].gapSeconds, 1.5);
    EXPECT_EQ (tracks[1].gapSeconds, 2.5);
    EXPECT_EQ (tracks[2].gapSeconds, 0.0);
    EXPECT_TRUE (example.model->state().settings.isNaturalLevel);
    EXPECT_EQ (readSettings (example.places.settings)->playlist[0].gapSeconds, 1.5);
}

TEST (SessionModel, keepsTheMarkersOfATrackInTheirOrder)
{
    AppExample example;
    const auto first = example.demo();
    const auto second = example.folder / "second.wav";
    std::filesystem::copy_file (first, second);
    example.model->open ({ first.string(), second.string() });
    example.model->seek (9.0);
    example.model->perform (Command::addMarker);
    example.model->perform (Command::addMarker);
    ASSERT_EQ (example.model->state().waveform.markers.size(), 1u) << "one spot is marked once";
    example.model->seek (4.0);
    example.model->perform (Command::addMarker);
    EXPECT_EQ (example.model->state().markerToEdit, 0u);
    example.model->setMarker (0, { 4.0, "verse" });
    example.model->setMarker (0, { 12.0, "verse" });
    EXPECT_EQ (example.model->state().markerToEdit, 1u) << "it was moved past the other";
    const std::vector<ui::Marker> expected { { 9.0, "" }, { 12.0, "verse" } };
    EXPECT_EQ (example.model->state().waveform.markers, expected);

    example.model->perform (Command::nextMarker);
    EXPECT_NEAR (example.model->state().transport.positionSeconds, 9.0, 0.01);
    example.model->perform (Command::nextMarker);
    EXPECT_NEAR (example.model->state().transport.positionSeconds, 12.0, 0.01);
    example.model->perform (Command::previousMarker);
    EXPECT_NEAR (example.model->state().transport.positionSeconds, 9.0, 0.01);

    example.model->perform (Command::nextTrack);
    example.tick (0.1);
    EXPECT_TRUE (example.model->state().waveform.markers.empty()) << "it is another track";
    EXPECT_FALSE (example.model->state().markerToEdit);
    example.model->perform (Command::previousTrack);
    example.tick (0.1);
    EXPECT_EQ (example.model->state().waveform.markers, expected);
    example.model->removeMarker (0);
    example.start();
    example.model->restore();
    EXPECT_EQ (example.model->state().waveform.markers, std::vector<ui::Marker> { expected[1] });
}

TEST (SessionModel, offersTheHeadsThatWereChosenBefore)
{
    constexpr auto kemar = "/usr/share/libmysofa/MIT_KEMAR_normal_pinna.sofa";

    if (! std::filesystem::exists (kemar))
        GTEST_SKIP() << "libmysofa's head is not installed";

    AppExample example;
    const auto own = example.folder / "own ears.sofa";
    std::filesystem::copy_file (kemar, own);
    const auto words = [&] {
        std::vector<std::string> all;

        for (const auto& choice : example.model->state().settings.head.choices)
            all.push_back (choice.words);

        return all;
    };
    EXPECT_EQ (words(), std::vector<std::string> { "Average head" });
    example.model->chooseHead (kemar);
    example.model->chooseHead (own.string());
    example.model->chooseHead ("");
    example.start();
    EXPECT_THAT (words(),
                 testing::ElementsAre ("Average head", "own ears", "MIT_KEMAR_normal_pinna"));
    EXPECT_EQ (example.model->state().settings.head.chosen, "");

    const auto broken = example.folder.write ("broken.sofa", "no head");
    example.model->chooseHead (broken.string());
    EXPECT_NE (example.model->state().settings.headProblem, "");
    example.model->chooseHead ("");
    EXPECT_THAT (words(), testing::SizeIs (3)) << "what is no head is not offered again";
}

TEST (SessionModel, readsAPlaylistOfTheFirstVersions)
{
    const auto old = files::parseJson (R"({ "schema": 1, "playlist": [ "/a.wav", "/b.wav" ] })",
                                       "settings");
    EXPECT_EQ (settingsOf (*old).playlist,
               (std::vector<KeptTrack> { { "/a.wav", 0.0 }, { "/b.wav", 0.0 } }));
}

TEST (SessionModel, losesNothingThatWasChosenASecondBeforeACrash)
{
    AppExample example;
    example.model->setVolume (-33.0);
    example.tick (1.1);
    EXPECT_EQ (readSettings (example.places.settings)->volumeDb, -33.0);
}

TEST (SessionModel, asksAtTheFirstRunWhatTheListenerWears)
{
    AppExample example;
    EXPECT_EQ (example.model->state().panel, ui::Panel::headphones);
    example.model->wear ({ ui::Worn::Kind::listed, "headphones/sennheiser-hd-650" });
    EXPECT_THAT (example.model->state().topBar.headphones, testing::HasSubstr ("HD 650"));
    EXPECT_EQ (example.model->state().panel, ui::Panel::none) << "the question is answered";
    example.tick (1.1);
    example.start();
    EXPECT_EQ (example.model->state().panel, ui::Panel::none);
    EXPECT_THAT (example.model->state().topBar.headphones, testing::HasSubstr ("HD 650"));
}

TEST (SessionModel, showsUntouchedAtTheLevelOfTheMaster)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.prepareAll();
    example.model->perform (Command::playOrStop);
    example.hear (4 * 48000);

    // What was heard is measured on a thread of its own.
    const auto& meters = example.model->state().meters;

    while (! meters.heard.loudness.integratedLufs || ! meters.master.loudness.integratedLufs)
    {
        juce::Thread::sleep (5);
        example.hear (512);
    }

    EXPECT_LE (meters.headroomDb, -8.0);
    EXPECT_NEAR (
        *meters.heard.loudness.integratedLufs, *meters.master.loudness.integratedLufs, 1.0);
}

TEST (SessionModel, playsTheDemoWhenItIsAskedFor)
{
    AppExample example;
    example.model->perform (Command::playDemo);

    while (! example.model->state().transport.isPlaying)
    {
        juce::Thread::sleep (5);
        example.tick (0.005);
    }

    example.hear (4800);
    EXPECT_EQ (example.model->state().topBar.track, "Elsewhere demo");
    EXPECT_GT (example.model->state().transport.durationSeconds, 29.0);
}

TEST (SessionModel, saysThatTheSoundCardIsGoneAndPlaysOnWhenItIsBack)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.model->perform (Command::playOrStop);
    example.prepareAll();
    example.hear (48000);
    const double before = example.model->state().transport.positionSeconds;
    example.socket.open->fail();
    example.socket.devices.clear();
    example.tick (0.1);
    ASSERT_FALSE (example.model->state().notices.empty());
    EXPECT_EQ (example.model->state().notices.back().kind, ui::Notice::Kind::problem);
    EXPECT_THAT (example.model->state().notices.back().text, testing::HasSubstr ("Virtual Stereo"));
    example.socket.devices.add ("Virtual Stereo");
    example.tick (2.1);
    EXPECT_TRUE (example.model->state().notices.empty());
    example.hear (24000);
    EXPECT_NEAR (example.model->state().transport.positionSeconds, before + 0.5, 0.1);
}

TEST (SessionModel, saysWhatIsWrongInsteadOfPlayingWithoutASoundCard)
{
    AppExample example;
    example.model->wear ({});
    example.socket.devices.clear();
    example.model->open ({ example.demo().string() });
    example.model->perform (Command::playOrStop);

    for (int i = 0; i < 4; ++i)
    {
        EXPECT_FALSE (example.model->state().transport.isPlaying);
        EXPECT_FALSE (example.model->state().meters.isRunning) << "nothing was measured";
        ASSERT_FALSE (example.model->state().notices.empty());
        const auto& notice = example.model->state().notices.back();
        EXPECT_THAT (notice.text, testing::HasSubstr ("No sound card was found"));
        EXPECT_EQ (notice.kind, ui::Notice::Kind::problem);
        EXPECT_EQ (notice.offered, Command::showSettings);
        example.tick (0.1);
    }

    example.model->dismiss (example.model->state().notices.back().id);
    example.tick (0.1);
    EXPECT_TRUE (example.model->state().notices.empty()) << "it was read";
    example.socket.devices.add ("Virtual Stereo");
    example.tick (2.1);
    example.model->perform (Command::playOrStop);
    EXPECT_TRUE (example.model->state().transport.isPlaying);
}

TEST (SessionModel, showsMetersOnlyOfWhatWasMeasured)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.prepareAll();
    example.model->perform (Command::playOrStop);
    EXPECT_FALSE (example.model->state().meters.isRunning) << "the card has asked for nothing yet";

    // Measured on a thread of its own.
    for (int i = 0; i < 1000 && ! example.model->state().meters.isRunning; ++i)
    {
        example.hear (512);
        juce::Thread::sleep (2);
    }

    EXPECT_TRUE (example.model->state().meters.isRunning);
    example.socket.open->fail();
    example.socket.devices.clear();
    example.tick (0.1);
    EXPECT_TRUE (example.model->state().transport.isWaitingForCard);
    juce::Thread::sleep (100);
    example.tick (0.1);
    example.tick (2.5);
    EXPECT_TRUE (example.model->state().transport.isPlaying) << "the card may come back";
    EXPECT_FALSE (example.model->state().meters.isRunning);
}

TEST (SessionModel, doesNotStartByItselfWhenASoundCardIsBackAfterAWhile)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.model->perform (Command::playOrStop);
    example.prepareAll();
    example.hear (4800);
    example.socket.open->fail();
    example.socket.devices.clear();

    for (int i = 0; i < 15; ++i)
        example.tick (1.0);

    EXPECT_FALSE (example.model->state().transport.isPlaying);
    EXPECT_FALSE (example.model->state().notices.empty()) << "it is still said";
    example.socket.devices.add ("Virtual Stereo");
    example.tick (3.0);
    EXPECT_EQ (example.socket.open, nullptr);
}

TEST (SessionModel, cyclesThroughTheBankAndBackToNeutral)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.model->setQuickCycle ({ 1.0, 4, {} });
    example.model->perform (Command::quickCycle);
    example.model->perform (Command::playOrStop);
    example.prepareAll();
    std::vector<std::string> heard;

    for (int i = 0; i < 5; ++i)
    {
        heard.push_back (Bank::nameOf (example.model->session().selected()));
        example.hear (48000);
    }

    EXPECT_EQ (heard[0], "Neutral");
    EXPECT_EQ (heard[2], "Neutral");
    EXPECT_EQ (heard[4], "Neutral");
    EXPECT_NE (heard[1], "Neutral");
    EXPECT_NE (heard[3], "Neutral");
    EXPECT_NE (heard[1], heard[3]);
    example.model->perform (Command::untouched);
    EXPECT_FALSE (example.model->state().transport.isCycling) << "the user chose for himself";
}

TEST (SessionModel, findsTheTempoOfTaps)
{
    AppExample example;

    for (int beat = 0; beat < 5; ++beat)
    {
        example.model->perform (Command::tapTempo);
        example.tick (0.5);
    }

    EXPECT_EQ (example.model->state().settings.quickCycle.beatsPerMinute, 120.0);
    EXPECT_EQ (example.model->state().transport.cycle, "every 4 bars at 120");
}

/** A window that answers at once. */
class Answering : public Surface
{
public:
    explicit Answering (std::string path) : answer (std::move (path)) {}

    void show (const ui::MainViewState&) override {}
    void ask (const FileQuestion& question,
              std::function<void (std::vector<std::string>)> take) override
    {
        suggested = question.suggestion;
        take ({ answer });
    }
    void toggleFullScreen() override {}

    std::string answer;
    std::string suggested;
};

double rms (const dsp::AudioBuffer& buffer)
{
    double sum = 0.0;

    for (std::size_t c = 0; c < buffer.numChannels(); ++c)
        for (const float sample : buffer.block().channel (c))
            sum += static_cast<double> (sample) * static_cast<double> (sample);

    return std::sqrt (sum / static_cast<double> (buffer.numFrames() * buffer.numChannels()));
}

/** What `renderHeard` writes, and what is said about it. */
struct Rendered
{
    explicit Rendered (AppExample& example)
    {
        Answering window { (example.folder / "heard.wav").string() };
        example.model->appearOn (&window);
        example.model->perform (Command::renderHeard);
        suggested = window.suggested;

        while (example.model->state().progress)
        {
            juce::Thread::sleep (5);
            example.tick (0.005);
        }

        example.model->appearOn (nullptr);
        said = example.model->state().notices.back().text;
        auto reader = files::AudioFileReader::open (example.folder / "heard.wav");
        EXPECT_TRUE (reader) << said;
        numFrames = reader->numFrames();
        dsp::AudioBuffer buffer (2, static_cast<std::size_t> (numFrames));
        EXPECT_TRUE (reader->read (buffer.block()));
        level = 20.0 * std::log10 (rms (buffer));
    }

    std::string suggested;
    std::string said;
    std::int64_t numFrames = 0;
    double level = 0.0;
};

TEST (SessionModel, addsChosenFilesWhereThePlaylistIsOpen)
{
    AppExample example;
    const auto first = example.demo();
    const auto second = example.folder / "second.wav";
    std::filesystem::copy_file (first, second);
    Answering window { second.string() };
    example.model->appearOn (&window);
    example.model->open ({ first.string() });
    example.model->perform (Command::showPlaylist);
    example.model->perform (Command::open);
    EXPECT_EQ (example.model->state().playlist.tracks.size(), 2u);
    example.model->perform (Command::closePanel);
    example.model->perform (Command::open);
    EXPECT_EQ (example.model->state().playlist.tracks.size(), 1u);
    example.model->appearOn (nullptr);
}

TEST (SessionModel, rendersWhatIsHeardToAFile)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.model->perform (Command::device4);
    const Rendered rendered { example };
    EXPECT_THAT (rendered.suggested,
                 testing::HasSubstr ("demo (heard on Laptop, typical, not a master).wav"));
    EXPECT_GE (rendered.numFrames, 30 * 48000);
    EXPECT_THAT (rendered.said, testing::HasSubstr ("without what the desk does"));
    EXPECT_THAT (rendered.said, testing::Not (testing::HasSubstr ("natural level")));
}

TEST (SessionModel, rendersADeviceAtItsNaturalLevelWhenItIsHeardSo)
{
    AppExample example;
    example.model->open ({ example.demo().string() });
    example.model->setMatch (monitoring::Match::lufs);
    example.model->perform (Command::device4);
    const Rendered equal { example };
    example.model->perform (Command::naturalLevel);
    const Rendered natural { example };
    EXPECT_THAT (natural.said, testing::HasSubstr ("at the device's natural level"));
    const auto expected = monitoring::naturalLevel (example.model->session().selected()).value();
    EXPECT_LT (expected, -1.0) << "or there is nothing to be seen here";
    EXPECT_NEAR (natural.level - equal.level, expected, 0.05);
}

} // namespace
} // namespace app
