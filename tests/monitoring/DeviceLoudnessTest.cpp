// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/DeviceLoudness.h"

#include "files/AudioFile.h"
#include "monitoring/MasterPass.h"
#include "monitoring/RenderedLoudness.h"
#include "support/GoOn.h"
#include "support/Signals.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace monitoring
{
namespace
{

using support::goOn;

constexpr units::SampleRate rate { 48000 };
constexpr units::Decibels gain { -4.0 };

class DeviceLoudnessTest : public testing::Test
{
protected:
    /** Half a second of noise. */
    std::filesystem::path write (std::size_t channels, units::SampleRate at)
    {
        auto file = folder / "master.wav";
        auto writer = files::AudioFileWriter::create (
            file, { files::Encoding::wavFloat, channels, at, {} }, files::Overwrite::allow);
        const auto sound = support::toBuffer (support::noise (channels, at.framesIn ({ 0.5 }), 3));
        EXPECT_TRUE (writer->write (sound.block()) && writer->finish());
        return file;
    }

    /** As `audition` does it: rendered to disk, then heard. */
    hearing::LoudnessOverTime inTwoPasses (const std::filesystem::path& file,
                                           const dsp::TransferMatrix* on) const
    {
        auto reader = files::AudioFileReader::open (file);
        const Heard heard { on };
        auto pass = passOver (*reader, { { &heard, 1 }, rate, folder.path }, goOn);
        return renderedLoudness (pass->outputs[0].samples, gain, how, goOn).value();
    }

    const support::TemporaryFolder folder;
    const EarPath path { library::Listening::headphones,
                         dsp::FrequencyResponse::flat (units::Decibels { 2.0 }),
                         { { 1.0, 0.25 }, rate } };
    const Hearing how { path, rate, { 70.0 } };
    const dsp::TransferMatrix device = support::decayingMatrix (2, 2, 9000, 5);
};

TEST_F (DeviceLoudnessTest, isThatOfTheRendering)
{
    const auto file = write (2, rate);
    const auto loudness = deviceLoudness (file, &device, gain, how, goOn);
    ASSERT_TRUE (loudness);
    EXPECT_GT (loudness->maximum(), 1.0);
    EXPECT_EQ (*loudness, inTwoPasses (file, &device));
    EXPECT_NE (*loudness, inTwoPasses (file, nullptr)) << "the device makes a difference";
}

TEST_F (DeviceLoudnessTest, isThatOfTheMasterUntouched)
{
    const auto file = write (2, rate);
    EXPECT_EQ (deviceLoudness (file, nullptr, gain, how, goOn).value(),
               inTwoPasses (file, nullptr));
}

TEST_F (DeviceLoudnessTest, takesMonoMastersOfAnotherRate)
{
    const auto file = write (1, { 44100 });
    EXPECT_EQ (deviceLoudness (file, &device, gain, how, goOn).value(),
               inTwoPasses (file, &device));
}

TEST_F (DeviceLoudnessTest, stopsWhenItIsTold)
{
    const auto file = write (2, rate);
    const auto stopped = deviceLoudness (
        file, &device, gain, how, [] (double) { return Continue::no; });
    ASSERT_FALSE (stopped);
    EXPECT_EQ (stopped.problem().kind, units::Problem::Kind::interrupted);
}

TEST_F (DeviceLoudnessTest, saysWhatIsMissing)
{
    const auto missing = deviceLoudness (folder / "none.wav", &device, gain, how, goOn);
    ASSERT_FALSE (missing);
    EXPECT_EQ (missing.problem().kind, units::Problem::Kind::missingFile);
}

} // namespace
} // namespace monitoring
