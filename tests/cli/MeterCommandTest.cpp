// SPDX-License-Identifier: GPL-3.0-or-later
// The command as it is typed, from words to figures.
#include "cli/TypedCommand.h"
#include "files/Json.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace cli
{
namespace
{

using support::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

/** Interleaved 1 kHz, the same in every channel. */
std::vector<float> tone (double seconds, double amplitude, unsigned channels = 2)
{
    std::vector<float> samples;

    for (int n = 0; n < static_cast<int> (seconds * 48000.0); ++n)
        samples.insert (
            samples.end(),
            channels,
            static_cast<float> (amplitude * std::sin (2.0 * std::numbers::pi * n / 48.0)));

    return samples;
}

std::string wav (const TemporaryFolder& folder,
                 const std::string& name,
                 const std::vector<float>& samples,
                 unsigned channels = 2)
{
    return folder.write (name, support::floatWavBytes (samples, channels, 48000)).string();
}

files::Json json (std::vector<std::string> arguments, int exitCode = 0)
{
    arguments.insert (arguments.begin(), "meter");
    arguments.insert (arguments.end(), { "--json", "-" });
    const auto outcome = elsewhere (arguments);
    EXPECT_EQ (outcome.exitCode, exitCode) << outcome.err;
    return *files::parseJson (outcome.out, "what meter printed");
}

const files::Json& file (const files::Json& report, std::size_t index = 0)
{
    return report.find ("files")->asArray()->at (index);
}

double number (const files::Json& object, const std::string& key)
{
    const auto* value = object.find (key);
    EXPECT_NE (value, nullptr) << key;
    EXPECT_NE (value->asNumber(), nullptr) << key << " is null";
    return value->asNumber() == nullptr ? 0.0 : *value->asNumber();
}

double sone (const files::Json& measured, const std::string& key)
{
    return number (*measured.find ("zwicker"), key);
}

TEST (MeterCommand, measuresAKnownToneAsTheStandardsDo)
{
    const TemporaryFolder folder;
    // −40 dBFS at 100 dB SPL full scale is 60 dB: 4 sone, 60 phon.
    const auto report = json ({ wav (folder, "tone.wav", tone (5.0, 0.01)) });
    const auto& measured = file (report);

    EXPECT_EQ (number (report, "schema"), 1.0);
    EXPECT_NEAR (number (measured, "seconds"), 5.0, 1e-9);
    EXPECT_EQ (number (measured, "sampleRate"), 48000.0);
    EXPECT_NEAR (number (measured, "integratedLufs"), -40.0, 0.05);
    EXPECT_NEAR (number (measured, "rangeLu"), 0.0, 0.05);
    EXPECT_NEAR (number (measured, "truePeakDbtp"), -40.0, 0.05);
    EXPECT_NEAR (number (measured, "maxMomentaryLufs"), -40.0, 0.05);
    EXPECT_NEAR (number (measured, "maxShortTermLufs"), -40.0, 0.05);
    EXPECT_NEAR (number (measured, "plrDb"), 0.0, 0.1);
    EXPECT_NEAR (number (measured, "sharpnessAcum"), 0.9, 0.15);
    EXPECT_EQ (sone (measured, "fullScaleSplDb"), 100.0);
    EXPECT_EQ (*measured.find ("zwicker")->find ("field")->asString(), "free");
    EXPECT_NEAR (sone (measured, "n5Sone"), 4.0, 0.2);
    EXPECT_NEAR (sone (measured, "nMaxSone"), 4.0, 0.3);
    EXPECT_NEAR (sone (measured, "loudnessLevelPhon"), 60.0, 0.7);
    EXPECT_EQ (report.find ("album"), nullptr) << "one file is no album";
    EXPECT_TRUE (report.find ("problems")->asArray()->empty());
}

TEST (MeterCommand, hearsALouderFullScaleAsLouder)
{
    const TemporaryFolder folder;
    const auto name = wav (folder, "tone.wav", tone (2.0, 0.01));
    const auto soft = json ({ name, "--full-scale-spl", "90" });
    const auto loud = json ({ name, "--full-scale-spl", "110", "--field", "diffuse" });

    EXPECT_NEAR (sone (file (soft), "loudnessLevelPhon"), 50.0, 0.7);
    // ISO 532-1, table A.5: at 1 kHz the ear takes up 3 dB more of a diffuse field.
    EXPECT_NEAR (sone (file (loud), "loudnessLevelPhon"), 73.0, 0.7);
    EXPECT_EQ (number (file (soft), "integratedLufs"), number (file (loud), "integratedLufs"));
}

TEST (MeterCommand, hearsOneChannelAsTwoEqualEars)
{
    const TemporaryFolder folder;
    const auto report = json ({ wav (folder, "mono.wav", tone (2.0, 0.01, 1), 1),
                                wav (folder, "stereo.wav", tone (2.0, 0.01)) });

    EXPECT_EQ (sone (file (report, 0), "n5Sone"), sone (file (report, 1), "n5Sone"));
    EXPECT_NEAR (number (file (report, 0), "integratedLufs"),
                 number (file (report, 1), "integratedLufs") - 3.01,
                 0.01);
}

TEST (MeterCommand, hasNoNumberForSilenceAndSaysMinusInfinity)
{
    const TemporaryFolder folder;
    const auto name = wav (folder, "silence.wav", std::vector<float> (2u * 4u * 48000u));
    const auto report = json ({ name });
    const auto& measured = file (report);

    for (const auto* key : { "integratedLufs",
                             "rangeLu",
                             "truePeakDbtp",
                             "maxMomentaryLufs",
                             "maxShortTermLufs",
                             "plrDb",
                             "sharpnessAcum" })
        EXPECT_TRUE (measured.find (key)->isNull()) << key;

    EXPECT_EQ (sone (measured, "nMaxSone"), 0.0);
    EXPECT_TRUE (measured.find ("zwicker")->find ("loudnessLevelPhon")->isNull());

    const auto table = elsewhere ({ "meter", "-q", name });
    EXPECT_EQ (table.exitCode, 0);
    EXPECT_THAT (table.out, HasSubstr ("silence.wav    −∞"));
}

TEST (MeterCommand, saysOfAFileShorterThanOneWindowThatItIs)
{
    const TemporaryFolder folder;
    const auto name = wav (folder, "click.wav", tone (0.3, 0.5));
    const auto report = json ({ name });

    EXPECT_TRUE (file (report).find ("integratedLufs")->isNull());
    EXPECT_TRUE (file (report).find ("maxMomentaryLufs")->isNull());
    EXPECT_NEAR (number (file (report), "truePeakDbtp"), -6.0, 0.2);

    const auto table = elsewhere ({ "meter", name });
    EXPECT_EQ (table.exitCode, 0);
    EXPECT_THAT (table.err, HasSubstr ("click.wav lasts 0.300 s"));
    EXPECT_THAT (table.out, Not (HasSubstr ("−∞")));

    const auto longer = wav (folder, "longer.wav", tone (3.1, 0.5));
    EXPECT_EQ (elsewhere ({ "meter", longer }).err, "");
}

TEST (MeterCommand, measuresASingleSampleAndDirectCurrent)
{
    const TemporaryFolder folder;
    const auto report = json ({ wav (folder, "one.wav", { 0.5f, 0.5f }),
                                wav (folder, "dc.wav", std::vector<float> (2u * 48000u, 0.25f)) });

    EXPECT_NEAR (number (file (report, 0), "truePeakDbtp"), -6.02, 0.01);
    // Half a sample behind its edge, a band-limited step stands at 1/2 + 2/π.
    EXPECT_NEAR (number (file (report, 1), "truePeakDbtp"),
                 -12.04 + 20.0 * std::log10 (0.5 + 2.0 / std::numbers::pi),
                 0.03);
    EXPECT_GE (sone (file (report, 1), "nMaxSone"), 0.0);
}

TEST (MeterCommand, measuresTheOthersWhenOneFileCannotBeUsed)
{
    const TemporaryFolder folder;
    const auto good = wav (folder, "good.wav", tone (1.0, 0.1));
    auto samples = tone (1.0, 0.1);
    samples[500] = std::numeric_limits<float>::quiet_NaN();
    const auto bad = wav (folder, "bad.wav", samples);
    const auto text = folder.write ("notes.wav", "this is no sound at all").string();
    const auto missing = (folder / "missing.wav").string();

    const auto outcome = elsewhere ({ "meter", "-q", bad, good, text, missing });
    EXPECT_EQ (outcome.exitCode, 3);
    EXPECT_THAT (outcome.out, HasSubstr ("good.wav"));
    EXPECT_THAT (outcome.err, HasSubstr ("bad.wav: frame 250"));
    EXPECT_THAT (outcome.err, HasSubstr ("notes.wav: "));
    EXPECT_THAT (outcome.err, HasSubstr ("missing.wav: There is no such file."));

    const auto report = json ({ bad, good, text, missing }, 3);
    EXPECT_EQ (report.find ("files")->asArray()->size(), 1u);
    EXPECT_EQ (report.find ("problems")->asArray()->size(), 3u);
}

TEST (MeterCommand, refusesCalibrationsThatNoListenerHas)
{
    const TemporaryFolder folder;
    const auto good = wav (folder, "good.wav", tone (1.0, 0.1));

    for (const auto* level : { "39.9", "140.1", "nan", "-inf", "1e9" })
    {
        const auto outcome = elsewhere ({ "meter", good, "--full-scale-spl", level });
        EXPECT_EQ (outcome.exitCode, 2) << level;
        EXPECT_THAT (outcome.err, HasSubstr ("Use 40 to 140")) << level;
        EXPECT_EQ (outcome.out, "") << level;
    }

    EXPECT_EQ (elsewhere ({ "meter", good, "--field", "open" }).exitCode, 2);
    EXPECT_EQ (elsewhere ({ "meter", good, "--jobs", "0" }).exitCode, 2);
    EXPECT_EQ (elsewhere ({ "meter" }).exitCode, 2);
    EXPECT_EQ (elsewhere ({ "meter", good, "--full-scale-spl", "40" }).exitCode, 0);
    EXPECT_EQ (elsewhere ({ "meter", good, "--full-scale-spl", "140" }).exitCode, 0);
}

TEST (MeterCommand, looksIntoFoldersAndBelowAndTakesOnlyAudio)
{
    const TemporaryFolder folder;
    std::filesystem::create_directories (folder / "album/disc 2");
    std::filesystem::create_directory (folder / "empty");
    wav (folder, "album/b.wav", tone (0.5, 0.1));
    wav (folder, "album/a.WAV", tone (0.5, 0.1));
    wav (folder, "album/disc 2/c.wav", tone (0.5, 0.1));
    folder.write ("album/cover.jpg", "a picture");

    const auto report = json ({ (folder / "album").string() });
    ASSERT_EQ (report.find ("files")->asArray()->size(), 3u);
    EXPECT_EQ (*file (report, 0).find ("file")->asString(), (folder / "album/a.WAV").string());
    EXPECT_EQ (*file (report, 1).find ("file")->asString(), (folder / "album/b.wav").string());
    EXPECT_EQ (*file (report, 2).find ("file")->asString(),
               (folder / "album/disc 2/c.wav").string());

    const auto none = elsewhere ({ "meter", (folder / "empty").string() });
    EXPECT_EQ (none.exitCode, 3);
    EXPECT_THAT (none.err, HasSubstr ("There is no audio file in this folder."));
}

TEST (MeterCommand, gatesAnAlbumAsOneProgramme)
{
    const TemporaryFolder folder;
    // The quiet file is 20 LU down: below the gate of both together, which is −33 LUFS.
    const auto report = json ({ wav (folder, "loud.wav", tone (10.0, 0.1)),
                                wav (folder, "quiet.wav", tone (10.0, 0.01)) });
    const auto& album = *report.find ("album");

    EXPECT_NEAR (number (album, "integratedLufs"), -20.0, 0.05);
    EXPECT_NEAR (number (album, "truePeakDbtp"), -20.0, 0.05);
    EXPECT_NEAR (number (file (report, 1), "integratedLufs"), -40.0, 0.05);
    EXPECT_THAT (elsewhere ({ "meter", folder.path.string() }).out, HasSubstr ("all 2 as one"));
}

TEST (MeterCommand, saysTheSameWithAnyNumberOfJobs)
{
    const TemporaryFolder folder;

    for (int i = 0; i < 7; ++i)
        wav (folder, std::to_string (i) + ".wav", tone (0.5 + 0.7 * (i % 3), 0.02 * (i + 1)));

    const auto with = [&] (const char* jobs) {
        return elsewhere ({ "meter", folder.path.string(), "--json", "-", "--jobs", jobs }).out;
    };

    EXPECT_EQ (with ("1"), with ("2"));
    EXPECT_EQ (with ("1"), with ("9"));
    EXPECT_THAT (with ("1"), HasSubstr ("6.wav"));
}

} // namespace
} // namespace cli
