// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tour/LossTable.h"

#include "cli/Table.h"
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>
#include <utility>

namespace cli
{
namespace
{

using testing::HasSubstr;
using testing::Not;

constexpr units::SampleRate rate { 48000 };

/** A bass of 80 Hz and a tone of 1 kHz. */
std::filesystem::path
write (const std::filesystem::path& file, double bassAmplitude, double toneAmplitude)
{
    dsp::AudioBuffer sound { 2, rate.framesIn ({ 2.0 }) };

    for (std::size_t n = 0; n < sound.numFrames(); ++n)
    {
        const double turn = 2.0 * std::numbers::pi * static_cast<double> (n) / rate.hertz;
        const auto sample = static_cast<float> (bassAmplitude * std::sin (80.0 * turn)
                                                + toneAmplitude * std::sin (1000.0 * turn));
        sound.channel (0)[n] = sound.channel (1)[n] = sample;
    }

    auto writer = files::AudioFileWriter::create (
        file, { files::Encoding::wav24, 2, rate, {} }, files::Overwrite::allow);
    EXPECT_TRUE (writer && writer->write (std::as_const (sound).block()) && writer->finish());
    return file;
}

AuditionRow rowOf (std::string subject, std::filesystem::path file, double matchDb)
{
    AuditionRow row;
    row.subject = std::move (subject);
    row.file = std::move (file);
    row.matchDb = matchDb;
    return row;
}

/** On the phone, 20 dB less bass than on Neutral, and 3 dB more of the tone. */
AuditionReport tour (const support::TemporaryFolder& folder)
{
    AuditionReport report;
    report.rows = {
        rowOf ("Untouched", write (folder / "untouched.wav", 0.2, 0.1), 0.0),
        rowOf ("Neutral", write (folder / "neutral.wav", 0.2, 0.1), -5.9),
        rowOf ("Sedan (2002), front loudspeakers", write (folder / "sedan.wav", 0.02, 0.1413), 0.94)
    };
    return report;
}

std::size_t widestLine (const std::string& text)
{
    std::size_t widest = 0;
    std::istringstream lines { text };

    for (std::string line; std::getline (lines, line);)
        widest = std::max (widest, displayWidth (line));

    return widest;
}

TEST (LossTable, saysHowMuchLouderAStopIsAndWhatItLoses)
{
    const support::TemporaryFolder folder;
    const auto table = lossTable (tour (folder), 120);
    ASSERT_TRUE (table);
    EXPECT_THAT (*table, HasSubstr ("Neutral                            +5.9    ·     ·"));
    EXPECT_THAT (*table, HasSubstr ("Sedan (2002), front loudspeakers   -0.9"));
    EXPECT_THAT (*table, HasSubstr ("  -20  "));
    EXPECT_THAT (*table, HasSubstr ("  +3  "));
    EXPECT_THAT (*table, Not (HasSubstr ("-0.0")));
}

TEST (LossTable, fitsTheScreenByShorteningNames)
{
    const support::TemporaryFolder folder;
    const auto report = tour (folder);
    EXPECT_EQ (widestLine (*lossTable (report, 80)), 80u);
    EXPECT_THAT (*lossTable (report, 80), Not (HasSubstr ("front loudspeakers")));
    EXPECT_THAT (*lossTable (report, 120), HasSubstr ("Sedan (2002), front loudspeakers"));
}

TEST (LossTable, legendStatesTheLargestDifferenceInLoudness)
{
    AuditionReport report;
    report.rows.resize (3);
    report.rows[1].loudness = monitoring::LoudnessMatch { units::Decibels { 0.0 }, 0, 85.37, 85.3 };
    report.rows[2].loudness = monitoring::LoudnessMatch { units::Decibels { 0.0 }, 0, 109.7, 110 };
    EXPECT_THAT (lossLegend (report), HasSubstr ("within 0.30 phon"));
}

TEST (LossTable, aMissingFileIsTheWorldsFault)
{
    const support::TemporaryFolder folder;
    auto report = tour (folder);
    report.rows[2].file = folder / "gone.wav";
    EXPECT_FALSE (lossTable (report, 80));
}

} // namespace
} // namespace cli
