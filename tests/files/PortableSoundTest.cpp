// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/PortableSound.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

namespace files
{

namespace
{

/** 440 Hz left, 1 kHz right. */
dsp::AudioBuffer twoTones (double amplitude, int rateHz)
{
    dsp::AudioBuffer sound { 2, static_cast<std::size_t> (4 * rateHz) };

    for (std::size_t i = 0; i < sound.numFrames(); ++i)
    {
        const double t = 2.0 * std::numbers::pi * static_cast<double> (i) / rateHz;
        sound.channel (0)[i] = static_cast<float> (amplitude * std::sin (440.0 * t));
        sound.channel (1)[i] = static_cast<float> (amplitude * std::sin (1000.0 * t));
    }

    return sound;
}

double rms (std::span<const float> samples)
{
    double power = 0.0;

    for (const float sample : samples)
        power += static_cast<double> (sample) * static_cast<double> (sample);

    return std::sqrt (power / static_cast<double> (samples.size()));
}

} // namespace

TEST (PortableSound, isSmallAndComesBack)
{
    const support::TemporaryFolder folder;
    const auto sound = twoTones (0.5, 44100);
    const auto portable = portableSound (sound.block(), { 44100 });

    EXPECT_EQ (portable.mimeType, "audio/mpeg");
    EXPECT_LT (portable.bytes.size(), 100000u);

    auto reader = AudioFileReader::open (folder.write ("sound.mp3", portable.bytes));
    ASSERT_TRUE (reader) << reader.problem().sentence();
    dsp::AudioBuffer heard { 2, 4 * 44100 };
    ASSERT_TRUE (reader->read (heard.block()));
    EXPECT_EQ (reader->rate().hertz, 44100);

    for (const std::size_t channel : { 0u, 1u })
        EXPECT_NEAR (
            rms (heard.channel (channel).subspan (44100, 88200)), 0.5 / std::sqrt (2.0), 0.01);
}

TEST (PortableSound, isTheSameEveryTime)
{
    const auto sound = twoTones (0.5, 48000);
    EXPECT_EQ (portableSound (sound.block(), { 48000 }).bytes,
               portableSound (sound.block(), { 48000 }).bytes);
}

TEST (PortableSound, isWavAtRatesThatMp3DoesNotKnow)
{
    const support::TemporaryFolder folder;
    const auto sound = twoTones (2.0, 96000);
    const auto portable = portableSound (sound.block(), { 96000 });

    EXPECT_EQ (portable.mimeType, "audio/wav");
    auto reader = AudioFileReader::open (folder.write ("sound.wav", portable.bytes));
    ASSERT_TRUE (reader) << reader.problem().sentence();
    EXPECT_EQ (reader->numFrames(), 4 * 96000);
}

TEST (PortableSound, mayBeSilentOrNothing)
{
    const dsp::AudioBuffer silence { 2, 44100 };
    EXPECT_FALSE (portableSound (silence.block(), { 44100 }).bytes.empty());

    const dsp::AudioBuffer nothing { 2, 0 };
    EXPECT_FALSE (portableSound (nothing.block(), { 44100 }).mimeType.empty());
}

} // namespace files
