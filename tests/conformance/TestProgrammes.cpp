// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/TestProgrammes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

namespace hearing
{

std::vector<float> tones (const std::vector<Tone>& parts, double frequencyHz)
{
    std::vector<float> samples;

    for (const auto& part : parts)
    {
        const double amplitude = std::pow (10.0, part.levelDbfs / 20.0);
        const auto frames = std::lround (part.seconds * standardRate);

        for (long n = 0; n < frames; ++n)
            samples.push_back (
                static_cast<float> (amplitude
                                    * std::sin (2.0 * std::numbers::pi * frequencyHz
                                                * static_cast<double> (n) / standardRate)));
    }

    return samples;
}

std::vector<Tone> repeated (const std::vector<Tone>& parts, int times)
{
    std::vector<Tone> all;

    for (int i = 0; i < times; ++i)
        all.insert (all.end(), parts.begin(), parts.end());

    return all;
}

void listen (LoudnessMeter& meter, const Channels& channels)
{
    std::vector<const float*> pointers;

    for (const auto& channel : channels)
        pointers.push_back (channel.data());

    const dsp::ConstAudioBlock whole { pointers.data(), channels.size(), channels[0].size() };
    constexpr std::size_t blockSize = 4096;

    for (std::size_t start = 0; start < whole.numFrames(); start += blockSize)
        meter.process (whole.slice (start, std::min (blockSize, whole.numFrames() - start)));
}

LoudnessMeter heardBy (const Channels& channels, int atRate)
{
    LoudnessMeter meter { channels.size(), { atRate }, LoudnessMeter::Extent::programmeAndCurve };
    listen (meter, channels);
    return meter;
}

ProgrammeLoudness measured (const Channels& channels, int atRate)
{
    return heardBy (channels, atRate).result();
}

ProgrammeLoudness measuredTones (const std::vector<Tone>& parts)
{
    return measured (Channels { tones (parts), tones (parts) });
}

void expectIntegrated (const ProgrammeLoudness& loudness, double lufs)
{
    ASSERT_TRUE (loudness.integrated);
    EXPECT_NEAR (loudness.integrated->value, lufs, 0.1);
}

} // namespace hearing
