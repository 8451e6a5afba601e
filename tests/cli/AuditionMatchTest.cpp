// SPDX-License-Identifier: GPL-3.0-or-later
// What `audition` says and does about equal loudness.
#include "cli/TypedCommand.h"
#include "files/Json.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <random>
#include <sstream>

namespace cli
{
namespace
{

using support::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

/** Noise with much bass, as music has it; in each ear another. */
std::vector<float> bassHeavy (unsigned rateHz, float gain, std::size_t numChannels)
{
    std::mt19937 generator { 3 };
    std::normal_distribution<float> normal;
    std::vector<float> samples (numChannels * 2 * rateHz);
    std::vector<float> slow (numChannels);

    for (std::size_t i = 0; i < samples.size(); ++i)
    {
        const float white = normal (generator);
        auto& held = slow[i % numChannels];
        held += 400.0f / static_cast<float> (rateHz) * (white - held);
        samples[i] = gain * (0.003f * white + held);
    }

    return samples;
}

/** A master and the report about it. */
class AuditionMatch : public testing::Test
{
protected:
    std::string
    master (float gain = 0.2f, std::size_t numChannels = 2, unsigned rateHz = 48000) const
    {
        const auto channels = static_cast<unsigned> (numChannels);
        return folder
            .write (
                "song.wav",
                support::floatWavBytes (bassHeavy (rateHz, gain, numChannels), channels, rateHz))
            .string();
    }

    /** @param more  options besides */
    std::vector<std::string> words (const std::string& song,
                                    const std::vector<std::string>& more) const
    {
        std::vector<std::string> all { "audition", song,     "--device", devices,
                                       "-o",       heard(),  "--force",  "--environment",
                                       "none",     "--json", "-" };
        all.insert (all.end(), more.begin(), more.end());
        return all;
    }

    files::Json report (const std::string& song, const std::vector<std::string>& more = {}) const
    {
        const auto outcome = elsewhere (words (song, more));
        EXPECT_EQ (outcome.exitCode, 0) << outcome.err;
        EXPECT_THAT (outcome.out, Not (HasSubstr (": nan")));
        const auto json = files::parseJson (outcome.out, "report");
        EXPECT_TRUE (json) << outcome.out;
        return json ? *json : files::Json {};
    }

    std::string heard() const { return (folder / "heard/").string(); }

    const TemporaryFolder folder;
    std::string devices = "untouched,neutral,phone-typical,sedan-2002-front,airpods-pro-2";
};

const files::Json::Array& outputsOf (const files::Json& report)
{
    static const files::Json::Array none;
    const auto* outputs = report.find ("outputs");
    return outputs == nullptr ? none : *outputs->asArray();
}

std::optional<double> numberIn (const files::Json& output, std::string_view name)
{
    const auto* member = output.find (name);
    EXPECT_NE (member, nullptr) << name;
    return member == nullptr || member->isNull() ? std::nullopt
                                                 : std::optional { *member->asNumber() };
}

TEST_F (AuditionMatch, makesAllAsLoudAsUntouchedUnlessToldOtherwise)
{
    for (const std::string listen : { "headphones", "loudspeakers", "microphone" })
    {
        const auto json = report (master(), { "--listen", listen, "--level", "70" });
        EXPECT_EQ (*json.find ("match")->asString(), "loudness");
        ASSERT_EQ (outputsOf (json).size(), 5u);
        const auto untouched = *numberIn (outputsOf (json)[0], "matchedPhon");
        EXPECT_EQ (*numberIn (outputsOf (json)[0], "matchDb"), 0.0);

        for (const auto& output : outputsOf (json))
        {
            EXPECT_EQ (*numberIn (output, "listeningLevelDbSpl"), 70.0);
            EXPECT_NEAR (*numberIn (output, "matchedPhon"), untouched, 0.1) << listen;
            EXPECT_NEAR (*numberIn (output, "residualPhon"), 0.0, 0.1) << listen;
        }
    }
}

TEST_F (AuditionMatch, listensAtTheLevelThatIsUsualForADevice)
{
    const auto json = report (master());
    const auto& outputs = outputsOf (json);
    ASSERT_EQ (outputs.size(), 5u);
    EXPECT_EQ (*numberIn (outputs[0], "listeningLevelDbSpl"), 73.0) << "Untouched, in headphones";
    EXPECT_EQ (*numberIn (outputs[2], "listeningLevelDbSpl"), 68.0) << "a phone";
}

TEST_F (AuditionMatch, doesNotHangOnWhetherUntouchedWasAskedFor)
{
    const auto song = master();
    const auto with = report (song);
    devices = "phone-typical";
    const auto without = report (song);
    ASSERT_EQ (outputsOf (without).size(), 1u);

    // The longest kernel of a pass decides how long its windows are, and so how samples are rounded.
    EXPECT_NEAR (*numberIn (outputsOf (with)[2], "matchDb"),
                 *numberIn (outputsOf (without)[0], "matchDb"),
                 1e-4);
}

TEST_F (AuditionMatch, differsFromLufsOnBassHeavyMasters)
{
    const auto song = master();
    devices = "sedan-2002-front";
    const auto byEar = report (song);
    const auto byLufs = report (song, { "--match", "lufs" });
    const auto off = report (song, { "--match", "off" });
    EXPECT_GT (std::abs (*numberIn (outputsOf (byEar)[0], "matchDb")
                         - *numberIn (outputsOf (byLufs)[0], "matchDb")),
               1.0);
    EXPECT_EQ (*byLufs.find ("match")->asString(), "lufs");
    EXPECT_FALSE (numberIn (outputsOf (byLufs)[0], "matchedPhon"));
    EXPECT_EQ (*off.find ("match")->asString(), "off");
    EXPECT_EQ (*numberIn (outputsOf (off)[0], "matchDb"), 0.0);
}

TEST_F (AuditionMatch, holdsForMonoAndForAnyRate)
{
    devices = "phone-typical,airpods-pro-2";

    const std::vector<std::pair<std::size_t, std::string>> cases { { 1, "48000" },
                                                                   { 2, "8000" },
                                                                   { 2, "192000" } };

    for (const auto& [channels, rate] : cases)
    {
        const auto json = report (master (0.2f, channels), { "--rate", rate });
        ASSERT_EQ (outputsOf (json).size(), 2u);

        for (const auto& output : outputsOf (json))
            EXPECT_NEAR (*numberIn (output, "residualPhon"), 0.0, 0.1) << rate;
    }
}

TEST_F (AuditionMatch, saysThatSilenceCannotBeMatched)
{
    devices = "phone-typical";
    const auto silence = report (
        folder.write ("silent.wav", support::floatWavBytes (std::vector<float> (96000), 2, 48000))
            .string());
    ASSERT_EQ (outputsOf (silence).size(), 1u);
    EXPECT_FALSE (numberIn (outputsOf (silence)[0], "matchedPhon"));
    EXPECT_EQ (*numberIn (outputsOf (silence)[0], "matchDb"), 0.0);
    EXPECT_THAT (files::writeJson (silence), HasSubstr ("nothing of it can be heard"));

    const auto click = report (
        folder.write ("click.wav", support::floatWavBytes ({ 0.5f, 0.5f }, 2, 48000)).string());
    EXPECT_EQ (outputsOf (click).size(), 1u) << "too short for LUFS, and still no nonsense";
    EXPECT_THAT (files::writeJson (report (master())), Not (HasSubstr ("nothing of it")));
}

TEST_F (AuditionMatch, tellsAPersonInEightyColumns)
{
    std::vector<std::string> spoken { "audition", master(), "--device", devices, "-o", "x/" };
    spoken[5] = heard();
    const auto outcome = elsewhere (spoken);
    ASSERT_EQ (outcome.exitCode, 0) << outcome.err;
    EXPECT_THAT (outcome.out, HasSubstr ("song.wav -> 5 files in"));
    EXPECT_THAT (outcome.out, HasSubstr ("Each as loud as Untouched at its listening level"));
    std::istringstream lines { outcome.out };
    std::string line;
    std::getline (lines, line); // the place, which may be long

    while (std::getline (lines, line))
        EXPECT_LE (line.size(), 80u) << line;
}

} // namespace
} // namespace cli
