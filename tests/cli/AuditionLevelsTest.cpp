// SPDX-License-Identifier: GPL-3.0-or-later
// `audition --levels`: the figures of a rendering without the rendering.
#include "cli/TypedCommand.h"
#include "files/Json.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "AuditionExamples.h"

namespace cli
{
namespace
{

using namespace audition_examples;
using support::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

constexpr const char* devices = "untouched,neutral,phone-typical,sedan-2002-front,airpods-pro-2";

struct Level
{
    std::string device;
    double lufs;
    double peak;
};

files::Json parsed (const std::string& json)
{
    const auto report = files::parseJson (json, "report");
    EXPECT_TRUE (report) << json;
    return report ? *report : files::Json {};
}

std::vector<Level> levelsIn (const files::Json& report)
{
    std::vector<Level> found;

    for (const auto& output : *report.find ("outputs")->asArray())
        found.push_back ({ *output.find ("device")->asString(),
                           *output.find ("renderedLufs")->asNumber(),
                           *output.find ("truePeakDbtp")->asNumber() });

    return found;
}

TEST (AuditionLevels, areThoseOfWhatWouldBeWritten)
{
    const TemporaryFolder folder;
    const auto song = master (folder);
    const auto only = elsewhere (
        { "audition", song, "--device", devices, "--levels", "--json", "-" });
    const auto whole = elsewhere ({ "audition",
                                    song,
                                    "--device",
                                    devices,
                                    "--match",
                                    "off",
                                    "--json",
                                    "-",
                                    "-o",
                                    (folder / "heard").string() });
    ASSERT_EQ (only.exitCode, 0) << only.err;
    ASSERT_EQ (whole.exitCode, 0) << whole.err;

    const auto report = parsed (whole.out);
    const auto safety = *report.find ("safetyGainDb")->asNumber();
    const auto measured = levelsIn (parsed (only.out));
    const auto written = levelsIn (report);
    ASSERT_EQ (measured.size(), 5u);
    ASSERT_EQ (written.size(), 5u);

    for (std::size_t i = 0; i < measured.size(); ++i)
    {
        EXPECT_EQ (measured[i].device, written[i].device);
        EXPECT_NEAR (measured[i].lufs, written[i].lufs, 1e-3) << measured[i].device;
        EXPECT_NEAR (measured[i].peak + safety, written[i].peak, 1e-3) << measured[i].device;
    }
}

TEST (AuditionLevels, writeNothing)
{
    const TemporaryFolder folder;
    const auto song = master (folder);
    const auto outcome = elsewhere ({ "audition", song, "--device", devices, "--levels" });
    ASSERT_EQ (outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT (outcome.out, HasSubstr ("song.wav\n"));
    EXPECT_THAT (outcome.out, Not (HasSubstr ("Safety gain")));
    EXPECT_EQ (std::ranges::distance (std::filesystem::directory_iterator (folder.path),
                                      std::filesystem::directory_iterator {}),
               1)
        << "the song alone";
    EXPECT_FALSE (std::filesystem::exists ("song (heard on Untouched, not a master).wav"));
}

TEST (AuditionLevels, goOnAfterAMasterThatCannotBeRead)
{
    const TemporaryFolder folder;
    const auto song = master (folder);
    const auto outcome = elsewhere (
        { "audition", (folder / "absent.wav").string(), song, "--device", "neutral", "--levels" });
    EXPECT_EQ (outcome.exitCode, 3);
    EXPECT_THAT (outcome.err, HasSubstr ("absent.wav"));
    EXPECT_THAT (outcome.out, HasSubstr ("song.wav"));
}

TEST (AuditionLevels, areNotAskedForTogetherWithSound)
{
    const TemporaryFolder folder;
    const auto song = master (folder);

    for (const auto& [option, value] : { std::pair { "-o", "x.wav" },
                                         { "--match", "lufs" },
                                         { "--format", "flac" },
                                         { "--noise", "off" },
                                         { "--level", "80" } })
        EXPECT_THAT (
            refusal ({ "audition", song, "--device", "neutral", "--levels", option, value }, 2),
            HasSubstr ("--levels"));

    EXPECT_THAT (refusal ({ "audition", song, "--device", "neutral", "--levels", "--force" }, 2),
                 HasSubstr ("--force"));
}

} // namespace
} // namespace cli
