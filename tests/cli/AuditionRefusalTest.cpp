// SPDX-License-Identifier: GPL-3.0-or-later
// What `audition` says to what it cannot do, and what it leaves on disk then.
#include "cli/TypedCommand.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "AuditionExamples.h"

namespace cli
{
namespace
{

using namespace audition_examples;
using support::TemporaryFolder;
using testing::HasSubstr;

TEST (AuditionCommand, namesWhatIsWrongWithAMaster)
{
    const TemporaryFolder folder;
    const auto place = (folder / "x.wav").string();
    const auto hearing = [&] (const std::string& song) {
        return refusal ({ "audition", song, "--device", "neutral", "-o", place });
    };

    auto torn = support::floatWavBytes (noise (48000, 0.1f), 2, 48000);
    torn.resize (torn.size() / 2);
    auto withNan = noise (48000, 0.1f);
    withNan[2000] = std::numeric_limits<float>::quiet_NaN();
    auto withInfinity = noise (48000, 0.1f);
    withInfinity[4000] = std::numeric_limits<float>::infinity();

    EXPECT_THAT (hearing ((folder / "absent.wav").string()), HasSubstr ("absent.wav"));
    EXPECT_THAT (hearing (folder.write ("empty.wav", "").string()), HasSubstr ("empty.wav"));
    EXPECT_THAT (hearing (folder.write ("text.wav", "no sound at all").string()),
                 HasSubstr ("text.wav"));
    EXPECT_THAT (hearing (folder.write ("torn.wav", torn).string()), HasSubstr ("torn.wav"));
    EXPECT_THAT (
        hearing (folder.write ("nan.wav", support::floatWavBytes (withNan, 2, 48000)).string()),
        HasSubstr ("1000"));
    EXPECT_THAT (
        hearing (
            folder.write ("inf.wav", support::floatWavBytes (withInfinity, 2, 48000)).string()),
        HasSubstr ("2000"));
    EXPECT_THAT (
        hearing (
            folder.write ("seven.wav", support::floatWavBytes (std::vector<float> (700), 7, 48000))
                .string()),
        HasSubstr ("7"));
    EXPECT_THAT (
        hearing (folder.write ("none.wav", support::floatWavBytes ({}, 0, 48000)).string()),
        HasSubstr ("none.wav"));
    EXPECT_THAT (hearing (folder.path.string()), HasSubstr ("folder"));
    EXPECT_FALSE (std::filesystem::exists (place));
    EXPECT_EQ (
        elsewhere ({ "audition", master (folder), "--device", "neutral", "-o", place }).exitCode, 0)
        << "a good one passes";
}

TEST (AuditionCommand, suggestsTheDeviceThatWasMeant)
{
    const TemporaryFolder folder;
    EXPECT_THAT (refusal ({ "audition", master (folder), "--device", "phone-typcal" }),
                 HasSubstr ("phone/phone-typical"));
}

TEST (AuditionCommand, doesNotReplaceAFileUnasked)
{
    const TemporaryFolder folder;
    const auto precious = folder.write ("precious.wav", "precious").string();
    const std::vector<std::string> words { "audition", master (folder), "--device", "neutral",
                                           "-o",       precious };
    EXPECT_THAT (refusal (words), HasSubstr ("--force"));
    EXPECT_EQ (support::readWhole (precious), "precious");

    auto forced = words;
    forced.emplace_back ("--force");
    EXPECT_EQ (elsewhere (forced).exitCode, 0);
}

TEST (AuditionCommand, leavesNothingBehindWhenItFails)
{
    const TemporaryFolder folder;
    auto torn = support::floatWavBytes (noise (48000, 0.1f), 2, 48000);
    torn.resize (torn.size() - 1000);
    const auto song = folder.write ("torn.wav", torn).string();
    const auto place = folder / "heard";
    std::filesystem::create_directory (place);
    refusal ({ "audition", song, "--device", "neutral,phone-typical", "-o", place.string() });
    EXPECT_TRUE (std::filesystem::is_empty (place));
}

TEST (AuditionCommand, keepsUsageErrorsApartFromBadInput)
{
    EXPECT_EQ (elsewhere ({ "audition" }).exitCode, 2);
    EXPECT_EQ (
        elsewhere ({ "audition", "x.wav", "--device", "neutral", "--no-such-option" }).exitCode, 2);
    EXPECT_THAT (refusal ({ "fly" }, 2), HasSubstr ("no command \"fly\""));
    EXPECT_EQ (elsewhere ({ "audition", "--help" }).exitCode, 0);
}

TEST (AuditionCommand, takesAnOptionsWordThatIsNotUnderstoodForWrongUsage)
{
    const TemporaryFolder folder;
    const auto song = master (folder);
    const std::vector<std::string> good { "audition", song, "--device",
                                          "neutral",  "-o", (folder / "x.wav").string() };

    const std::vector<std::pair<std::string, std::string>> wrong {
        { "--listen", "ears" }, { "--format", "mp3" }, { "--match", "rms" }, { "--noise", "maybe" },
        { "--rate", "7999" },   { "--level", "111" },  { "--level", "nan" },
    };

    for (const auto& [option, word] : wrong)
    {
        auto words = good;
        words.insert (words.end(), { option, word });
        EXPECT_THAT (refusal (words, 2), HasSubstr (option + " " + word));
    }

    refusal ({ "audition", song, "--device", "neutral", "--environment", "moon" }, 3);
    EXPECT_EQ (elsewhere (good).exitCode, 0);
}

/** Takes nothing, as a disk without room does. */
class FullDisk : public std::streambuf
{
    int overflow (int) override { return traits_type::eof(); }
};

TEST (CommandLine, noticesThatStandardOutputTakesNoMore)
{
    FullDisk disk;
    std::ostream out { &disk };
    std::ostringstream err;
    Console console { out, err };
    EXPECT_EQ (run ({ "devices" }, console), 3);
    EXPECT_THAT (err.str(), HasSubstr ("standard output"));
    EXPECT_EQ (elsewhere ({ "devices" }).exitCode, 0);
}

} // namespace
} // namespace cli
