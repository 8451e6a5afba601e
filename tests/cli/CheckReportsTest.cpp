// SPDX-License-Identifier: GPL-3.0-or-later
// What check writes, from words to files.
#include "cli/TypedCommand.h"
#include "cli/check/MastersToCheck.h"
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "files/Json.h"
#include "support/JsonSchema.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <regex>

namespace cli
{

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace
{

/** The first 16 s of a file. */
void shorten (const std::string& from, const std::string& to)
{
    auto reader = files::AudioFileReader::open (from);
    ASSERT_TRUE (reader);
    dsp::AudioBuffer sound { 2, reader->rate().framesIn ({ 16.0 }) };
    ASSERT_TRUE (reader->read (sound.block()));
    auto writer = files::AudioFileWriter::create (
        to, { files::Encoding::wav16, 2, reader->rate(), {} }, files::Overwrite::refuse);
    ASSERT_TRUE (writer);
    ASSERT_TRUE (writer->write (sound.block()));
    ASSERT_TRUE (writer->finish());
}

/** The demo's first bars, composed once; their bass is lost on phones. */
class CheckReports : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        folder = std::make_unique<support::TemporaryFolder>();
        ASSERT_EQ (elsewhere ({ "demo", "-o", path ("long.wav"), "--rate", "32000" }).exitCode, 0);
        shorten (path ("long.wav"), demo());
    }

    static void TearDownTestSuite() { folder.reset(); }

    static std::string path (const std::string& name) { return (*folder / name).string(); }
    static std::string demo() { return path ("demo.wav"); }

    static Outcome check (std::vector<std::string> arguments)
    {
        arguments.insert (arguments.begin(), "check");
        arguments.insert (arguments.end(), { "--device", "phone-typical,airpods-3@train" });
        return elsewhere (arguments);
    }

    static std::unique_ptr<support::TemporaryFolder> folder;
};

std::unique_ptr<support::TemporaryFolder> CheckReports::folder;

std::ptrdiff_t count (const std::string& text, const std::string& pattern)
{
    const std::regex expression { pattern };
    return std::distance (std::sregex_iterator (text.begin(), text.end(), expression),
                          std::sregex_iterator());
}

} // namespace

TEST_F (CheckReports, jsonIsAsItsSchemaSaysAndThePageCanBeHeard)
{
    const auto outcome = check ({ demo(), "--json", path ("r.json"), "--html", path ("r.html") });
    EXPECT_EQ (outcome.exitCode, 1) << outcome.err;
    EXPECT_THAT (outcome.out, HasSubstr ("bass line"));

    const support::JsonSchema schema { *files::readJson (
        std::filesystem::path { ELSEWHERE_SOURCE_DIR } / "docs/check.schema.json") };
    EXPECT_THAT (schema.errorsIn (*files::readJson (path ("r.json"))), IsEmpty());

    const auto page = support::readWhole (path ("r.html"));
    EXPECT_GE (count (page, "<audio "), 2);
    EXPECT_EQ (count (page, "class=\"wave\""), 1);
    EXPECT_GE (count (page, "<figcaption><b>Phone, typical</b>"), 1);
}

TEST_F (CheckReports, linesAreNotCheckedTwiceAndATornOneIsMended)
{
    const auto lines = path ("lines.jsonl");
    const auto first = check ({ demo(), "--json-lines", lines });
    EXPECT_THAT (first.err, Not (HasSubstr ("already")));
    const auto whole = support::readWhole (lines);
    EXPECT_EQ (count (whole, "\n"), 1);

    folder->write ("lines.jsonl", whole + "{\"torn");
    const auto second = check (
        { demo(), path ("gone.wav"), "--json-lines", lines, "--json", path ("again.json") });
    EXPECT_EQ (second.exitCode, 3);
    EXPECT_THAT (second.err, HasSubstr ("1 of 2 were in"));
    EXPECT_THAT (support::readWhole (lines), HasSubstr ("{\"torn\n{\"schema\""));
    EXPECT_THAT (support::readWhole (path ("again.json")), HasSubstr ("bass-disappears"));
}

TEST_F (CheckReports, areOfAPlaylistAsAnAlbumAndSinceABaseline)
{
    std::filesystem::copy_file (demo(), path ("other.wav"));
    folder->write ("list.m3u", "#EXTM3U\r\ndemo.wav\r\n\r\nother.wav\r\n");
    const auto album = check (
        { path ("list.m3u"), "--json", path ("album.json"), "--json-lines", path ("l.jsonl") });
    EXPECT_THAT (album.out, HasSubstr ("2 masters: Breaks 2."));
    EXPECT_THAT (album.out, HasSubstr ("As one programme this is -"));

    const auto since = check (
        { path ("list.m3u"), "--baseline", path ("album.json"), "--json-lines", path ("l.jsonl") });
    EXPECT_THAT (since.out, HasSubstr ("Since demo.wav: the very same file."));
    EXPECT_EQ (check ({ demo(), "--baseline", demo() }).exitCode, 3);
}

TEST_F (CheckReports, exitCodeSpeaksOfWhatIsNewWhereThatIsAsked)
{
    ASSERT_EQ (check ({ demo(), "--json", path ("before.json") }).exitCode, 1);
    const std::vector<std::string> since { demo(), "--baseline", path ("before.json") };
    EXPECT_EQ (check (since).exitCode, 1) << "what was bad before is still bad";

    auto onlyNew = since;
    onlyNew.emplace_back ("--only-new");
    EXPECT_EQ (check (onlyNew).exitCode, 0);

    folder->write ("other.json",
                   std::regex_replace (support::readWhole (path ("before.json")),
                                       std::regex { "\"rule\": \"[a-z-]+\"" },
                                       "\"rule\": \"true-peak\""));
    EXPECT_EQ (check ({ demo(), "--baseline", path ("other.json"), "--only-new" }).exitCode, 1)
        << "all of it is new";
    EXPECT_EQ (check ({ demo(), "--only-new" }).exitCode, 2);
}

TEST_F (CheckReports, playlistsNameFilesByTheirAddressesToo)
{
    std::filesystem::copy_file (demo(), path ("a song.wav"));
    folder->write ("list.m3u8",
                   "file://" + path ("a%20song.wav") + "\nfile://localhost" + path ("demo.wav")
                       + "\n");
    const auto masters = mastersToCheck ({ path ("list.m3u8") });
    EXPECT_THAT (masters.files, testing::ElementsAre (path ("a song.wav"), path ("demo.wav")));
}

TEST_F (CheckReports, comparesWithReferencesThatAreMeasuredNow)
{
    for (const std::string name : { "r1.wav", "r2.wav", "r3.wav", "r4.wav" })
        std::filesystem::copy_file (demo(), path (name));

    const auto few = check ({ demo(), "--reference", path ("r1.wav"), path ("r2.wav") });
    EXPECT_EQ (few.exitCode, 2);
    EXPECT_THAT (few.err, HasSubstr ("--reference"));
    EXPECT_THAT (few.err, HasSubstr ("5 masters or more"));

    EXPECT_EQ (check ({ demo(), "--norms", "n.json", "--reference", path ("r1.wav") }).exitCode, 2);
}

TEST_F (CheckReports, emptyPlaylistsAreProblems)
{
    folder->write ("empty.m3u", "#EXTM3U\n");
    const auto outcome = check ({ path ("empty.m3u") });
    EXPECT_EQ (outcome.exitCode, 3);
    EXPECT_THAT (outcome.err, HasSubstr ("names no file"));
}

} // namespace cli
