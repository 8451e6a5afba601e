// SPDX-License-Identifier: GPL-3.0-or-later
// What a session does with files while they play: gaps, another order, new bounces, references.
#include "support/IsCloseTo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using namespace units::literals;
using live_examples::LivePlayer;
using support::Signal;

constexpr std::size_t second = 48000;
constexpr std::size_t safeStart = second + second / 2;

Signal times (Signal signal, double gain)
{
    for (auto& channel : signal)
        for (double& sample : channel)
            sample *= gain;

    return signal;
}

/** Whether one is the other at some gain: their correlation, left channels, from this frame of each on. */
bool isPartOf (const Signal& heard, std::size_t at, const Signal& whole, std::size_t from)
{
    constexpr std::size_t length = second / 100;
    constexpr double alike = 0.99;
    double product = 0.0;
    double heardPower = 0.0;
    double wholePower = 0.0;

    for (std::size_t n = 0; n < length; ++n)
    {
        product += heard[0][at + n] * whole[0][from + n];
        heardPower += heard[0][at + n] * heard[0][at + n];
        wholePower += whole[0][from + n] * whole[0][from + n];
    }

    return product > alike * std::sqrt (heardPower * wholePower);
}

/** As a program does that writes into the file that is there: piece after piece. */
void overwrite (const std::filesystem::path& file, const std::filesystem::path& with)
{
    constexpr std::size_t piece = 65536;
    std::ifstream source { with, std::ios::binary };
    std::fstream target { file, std::ios::binary | std::ios::in | std::ios::out };
    std::vector<char> bytes (piece);

    while (source.read (bytes.data(), piece) || source.gcount() > 0)
    {
        target.write (bytes.data(), source.gcount());
        target.flush();
        std::this_thread::sleep_for (std::chrono::milliseconds { 20 });
    }
}

class LiveFilesTest : public testing::Test
{
protected:
    /** What is heard of a programme that plays Untouched, from this frame of it on. */
    static Signal
    untouched (LivePlayer& player, const Signal& programme, std::size_t from, std::size_t length)
    {
        const auto late = support::delayed (programme, player.session.latencyFrames());
        return times (support::part (late, from, length),
                      player.session.prepared (Pick::untouched())->plan.gain.toGain());
    }

    static std::size_t frameNow (LivePlayer& player)
    {
        return static_cast<std::size_t> (
            std::llround (player.session.readings().signal.master.seconds * second));
    }

    /** Hears a quarter of a second, and expects it to be this programme at the present spot. */
    static void expectToHear (LivePlayer& player, const Signal& programme, const char* what)
    {
        player.hear (2 * 480 + player.session.latencyFrames());
        const auto from = frameNow (player);
        const auto heard = player.hear (second / 4);
        EXPECT_EQ (
            support::difference (heard, untouched (player, programme, from, second / 4), -90.0_dB),
            "")
            << what;
    }

    std::filesystem::path write (const std::string& name, const Signal& signal) const
    {
        return live_examples::writeFile (folder / name, signal);
    }

    const support::TemporaryFolder folder;
    const Signal first = live_examples::programme (8 * second);
    const Signal other = live_examples::programme (8 * second, 9);
};

TEST_F (LiveFilesTest, leavesAGapBetweenTracksWhereOneIsWanted)
{
    LivePlayer player { { write ("a.wav", support::part (first, 0, 2 * second)),
                          write ("b.wav", other) } };
    player.session.gapAfter (0, { 0.5 });
    player.session.play();
    player.hear (second + second / 2);
    EXPECT_EQ (player.session.readings().signal.master.track, 0u);
    const auto heard = player.hear (second + second / 2);
    auto expected = Signal (2, std::vector<double> (3 * second, 0.0));

    for (std::size_t c = 0; c < 2; ++c)
    {
        std::copy_n (first[c].begin(), 2 * second, expected[c].begin());
        std::copy_n (other[c].begin(), second / 2, expected[c].begin() + 5 * second / 2);
    }

    EXPECT_EQ (support::difference (
                   heard, untouched (player, expected, safeStart, 3 * second / 2), -90.0_dB),
               "");
    EXPECT_EQ (player.session.readings().signal.master.track, 1u);
    EXPECT_NEAR (player.session.readings().signal.master.seconds, 0.5, 1e-6);
}

TEST_F (LiveFilesTest, playsOnWhenThePlaylistIsPutInAnotherOrder)
{
    LivePlayer player { { write ("a.wav", first), write ("b.wav", other) } };
    player.session.play();
    player.hear (safeStart);
    player.session.moveTrack (0, 1);
    ASSERT_EQ (player.session.tracks()[1].file.filename(), "a.wav");
    expectToHear (player, first, "moved");
    EXPECT_EQ (player.session.readings().signal.master.track, 1u);

    player.session.removeTrack (0);
    expectToHear (player, first, "the other one was removed");
    EXPECT_EQ (player.session.readings().signal.master.track, 0u);

    EXPECT_TRUE (player.session.append ({ folder / "b.wav" }).empty());
    expectToHear (player, first, "another one was appended");

    player.session.removeTrack (0);
    player.prepareAll();
    expectToHear (player, other, "it was removed itself");
    EXPECT_TRUE (player.session.isPlaying());
}

TEST_F (LiveFilesTest, measuresTheAlbum)
{
    LivePlayer player { { write ("a.wav", first), write ("b.wav", times (other, 2.0)) } };
    player.waitFor ([&] { return player.session.albumLoudness().has_value(); });
    const auto& tracks = player.session.tracks();
    const auto soft = player.session.survey().find (tracks[0].version);
    const auto loud = player.session.survey().find (tracks[1].version);
    EXPECT_NEAR (loud->loudness.integrated->value - soft->loudness.integrated->value, 6.0, 0.3);
    const double album = player.session.albumLoudness()->integrated->value;
    EXPECT_GT (album, soft->loudness.integrated->value);
    EXPECT_LT (album, loud->loudness.integrated->value);
}

TEST_F (LiveFilesTest, drawsTheTrackThatPlays)
{
    LivePlayer player { { write ("a.wav", first), write ("b.wav", times (other, 2.0)) } };
    player.waitFor ([&] { return player.session.overview().progress() == 1.0; });
    const auto soft = player.session.overview().view (0.0, 8.0, 1);
    player.session.seek ({ 1, 0.0 });
    player.waitFor ([&] { return player.session.overview().progress() == 1.0; });
    EXPECT_NEAR (player.session.overview().view (0.0, 8.0, 1)[0].rms / soft[0].rms, 2.0f, 0.1f);
}

TEST_F (LiveFilesTest, hearsANewBounceAtTheSameSpotAndKeepsTheOneBefore)
{
    const auto file = write ("mix.wav", first);
    LivePlayer player { { file } };
    player.waitFor ([&] { return player.session.tracks()[0].version.copy != nullptr; });
    player.session.play();
    player.hear (safeStart);
    write ("mix.wav", times (other, 2.0));
    player.waitFor ([&] { return player.session.tracks()[0].bounce == 2; });
    const auto notes = player.session.takeNotes();
    ASSERT_EQ (notes.size(), 1u);
    EXPECT_NE (notes[0].find ("mix.wav was written anew: this is bounce 2"), std::string::npos);
    EXPECT_GE (frameNow (player), safeStart);
    player.prepareAll();
    expectToHear (player, times (other, 2.0), "the new bounce");

    // A/B at the same bar, as loud as one another.
    auto& references = player.session.references();
    ASSERT_TRUE (references.previousBounce());
    references.hear (Programme::reference);
    player.waitFor ([&] {
        player.hear (480);
        return references.heard() == Programme::reference;
    });
    const auto level = references.levelOf (*references.previousBounce());
    EXPECT_NEAR (level->gain.value(), 6.0, 0.3);
    EXPECT_DOUBLE_EQ (level->missing.value(), 0.0);
    expectToHear (player, times (first, level->gain.toGain()), "the bounce before");
    references.hear (Programme::master);
    expectToHear (player, times (other, 2.0), "and back");
}

TEST_F (LiveFilesTest, hearsTheOldBounceOrTheNewOneWhileTheFileIsOverwritten)
{
    const auto file = write ("mix.wav", first);
    const auto next = times (other, 2.0);
    const auto source = write ("next.wav", next);
    LivePlayer player { { file } };
    player.waitFor ([&] { return player.session.tracks()[0].version.copy != nullptr; });
    player.session.play();
    player.hear (safeStart);
    const auto from = frameNow (player);
    std::thread writer { [&] { overwrite (file, source); } };
    Signal heard (2);

    // Slower than in life: where time is short, looks at the file come late.
    const auto hearOn = [&] {
        const auto more = player.hear (480);

        for (std::size_t c = 0; c < 2; ++c)
            heard[c].insert (heard[c].end(), more[c].begin(), more[c].end());

        std::this_thread::sleep_for (std::chrono::milliseconds { 20 });
    };

    while (player.session.tracks()[0].bounce == 1 && heard[0].size() < 5 * second)
        hearOn();

    writer.join();
    EXPECT_EQ (player.session.tracks()[0].bounce, 2u);

    for (int i = 0; i < 30; ++i)
        hearOn();

    const auto late = player.session.latencyFrames();
    const auto before = support::delayed (first, late);
    const auto after = support::delayed (next, late);
    std::size_t blocksOfNeither = 0;
    bool isNew = false;

    for (std::size_t at = 0; at + second / 100 <= heard[0].size(); at += second / 100)
        if (isPartOf (heard, at, after, from + at))
            isNew = true;
        else if (isNew || ! isPartOf (heard, at, before, from + at))
            ++blocksOfNeither;

    EXPECT_TRUE (isNew);
    EXPECT_LE (blocksOfNeither, 3u) << "one fade, from the old one to the new one";
    player.prepareAll();
    expectToHear (player, next, "the new bounce");
}

TEST_F (LiveFilesTest, comparesInStepToTheVeryFrame)
{
    LivePlayer player { { write ("a.wav", first) } };
    auto& references = player.session.references();
    ASSERT_TRUE (references.put (3, write ("b.wav", times (first, 0.5))));
    references.run (3, ReferenceMotion::inStep);
    references.choose (3);
    references.hear (Programme::reference);
    player.session.play();
    player.hear (safeStart);
    player.waitFor ([&] {
        player.hear (480);
        return references.heard() == Programme::reference;
    });
    EXPECT_NEAR (references.levelOf (*references.at (3))->gain.value(), 6.02, 0.01);
    expectToHear (player, first, "the reference, made as loud");

    player.session.seek ({ 0, 1.0 });
    expectToHear (player, first, "after a jump");
    references.hear (Programme::master);
    expectToHear (player, first, "the master");
    player.session.seek ({ 0, 0.5 });
    player.hear (second / 4);
    references.hear (Programme::reference);
    player.hear (480);
    expectToHear (player, first, "cued while it was not heard");
    EXPECT_EQ (player.heapCalls, 0u);
}

TEST_F (LiveFilesTest, letsAReferenceRunFromItsOwnCue)
{
    LivePlayer player { { write ("a.wav", first) } };
    auto& references = player.session.references();
    ASSERT_TRUE (references.put (0, write ("b.wav", other)));
    references.choose (0);
    references.cue (0, 3.0);
    player.session.play();
    player.hear (safeStart);
    references.hear (Programme::reference);
    player.waitFor ([&] {
        player.hear (480);
        return references.heard() == Programme::reference;
    });
    const auto waiting = frameNow (player);
    player.hear (second / 2);
    const auto place = player.session.readings().signal.reference.seconds;
    EXPECT_GT (place, 3.4);
    EXPECT_LT (place, 3.7);
    EXPECT_LE (frameNow (player), waiting + 1024) << "the master waits";

    references.hear (Programme::master);
    player.hear (second / 2);
    EXPECT_LT (player.session.readings().signal.reference.seconds, place + 0.1) << "now it waits";
}

TEST_F (LiveFilesTest, hearsNoReferenceThatIsNotThere)
{
    LivePlayer player { { write ("a.wav", first) } };
    auto& references = player.session.references();
    EXPECT_FALSE (references.put (0, folder.write ("broken.wav", "this is no audio")));
    references.choose (0);
    references.hear (Programme::reference);
    player.hear (480);
    EXPECT_EQ (references.wanted(), Programme::master);
    EXPECT_EQ (references.heard(), Programme::master);

    ASSERT_TRUE (references.put (0, write ("b.wav", other))) << "a good one passes";
    references.hear (Programme::reference);
    player.waitFor ([&] {
        player.hear (480);
        return references.heard() == Programme::reference;
    });
    references.clear (0);
    EXPECT_EQ (references.heard(), Programme::master);
}

//==================================================================================================
hearing::ProgrammeLoudness programme (double lufs, double peakDbtp)
{
    hearing::ProgrammeLoudness loudness;
    loudness.integrated = units::Lufs { lufs };
    loudness.truePeakDbtp = units::Decibels { peakDbtp };
    return loudness;
}

TEST (ReferenceLevel, isThatOfTheMaster)
{
    const auto level = referenceLevel (programme (-14.0, -1.0), programme (-8.0, 0.5), Match::lufs);
    EXPECT_DOUBLE_EQ (level.gain.value(), -6.0);
    EXPECT_DOUBLE_EQ (level.missing.value(), 0.0);
    EXPECT_DOUBLE_EQ (
        referenceLevel (programme (-14.0, -1.0), programme (-20.0, -8.0), Match::loudness)
            .gain.value(),
        6.0);
}

TEST (ReferenceLevel, bringsNoPeakAboveFullScale)
{
    const auto level = referenceLevel (
        programme (-8.0, -0.5), programme (-23.0, -4.0), Match::loudness);
    EXPECT_DOUBLE_EQ (level.gain.value(), 4.0);
    EXPECT_DOUBLE_EQ (level.missing.value(), 11.0);
    EXPECT_DOUBLE_EQ (
        referenceLevel (programme (-8.0, 1.5), programme (-23.0, -4.0), Match::lufs).gain.value(),
        5.5)
        << "as the master's";
    EXPECT_DOUBLE_EQ (
        referenceLevel (programme (-8.0, 0.0), programme (-10.0, 3.0), Match::lufs).gain.value(),
        0.0)
        << "nor is one turned down for its peaks";
}

TEST (ReferenceLevel, unmatchedIsAtMostThreeDecibelsLouder)
{
    EXPECT_DOUBLE_EQ (
        referenceLevel (programme (-20.0, -1.0), programme (-8.0, 0.0), Match::off).gain.value(),
        -9.0);
    EXPECT_DOUBLE_EQ (
        referenceLevel (programme (-8.0, -1.0), programme (-20.0, 0.0), Match::off).gain.value(),
        0.0);
}

} // namespace
} // namespace monitoring
