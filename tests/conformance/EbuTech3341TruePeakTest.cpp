// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

#include "conformance/TestProgrammes.h"

/** Cases 15 to 23 of EBU Tech 3341, which it asks for at 48 kHz, at every usual rate. */
namespace hearing
{
namespace
{

constexpr int everyRate[] = { 44100, 48000, 88200, 96000, 176400, 192000 };

/** A sine of two seconds with a part of the rate as frequency, faded in and out over 10 ms. */
Channels sineAt (int rate, double samplesPerCycle, double phaseDegrees, double amplitude)
{
    const auto frames = static_cast<std::size_t> (2 * rate);
    const auto fade = static_cast<std::size_t> (rate / 100);
    std::vector<float> samples (frames);

    for (std::size_t n = 0; n < frames; ++n)
    {
        const double phase = 2.0 * std::numbers::pi
                             * (static_cast<double> (n) / samplesPerCycle + phaseDegrees / 360.0);
        const double ramp = std::min (
            1.0, static_cast<double> (std::min (n, frames - 1 - n)) / static_cast<double> (fade));
        samples[n] = static_cast<float> (amplitude * ramp * std::sin (phase));
    }

    return { samples, samples };
}

void expectTruePeak (const Channels& channels, double dbtp, int rate)
{
    const auto loudness = measured (channels, rate);
    ASSERT_TRUE (loudness.truePeakDbtp);
    EXPECT_LT (loudness.truePeakDbtp->value(), dbtp + 0.2) << rate;
    EXPECT_GT (loudness.truePeakDbtp->value(), dbtp - 0.4) << rate;
}

TEST (EbuTech3341, cases15To19TruePeaksBetweenTheSamples)
{
    for (const int rate : everyRate)
    {
        expectTruePeak (sineAt (rate, 4.0, 0.0, 0.5), -6.0, rate);
        expectTruePeak (sineAt (rate, 4.0, 45.0, 0.5), -6.0, rate);
        expectTruePeak (sineAt (rate, 6.0, 60.0, 0.5), -6.0, rate);
        expectTruePeak (sineAt (rate, 8.0, 67.5, 0.5), -6.0, rate);
        expectTruePeak (sineAt (rate, 4.0, 45.0, 1.41), 3.0, rate);
    }
}

// The standard takes a burst made at four times the rate and drops samples at four offsets. This is
// such a burst in closed form, with its true peak of 0 dB at its centre.
TEST (EbuTech3341, cases20To23TruePeakOfABurstAtAnyOffset)
{
    constexpr double halfLength = 192.0; // frames
    constexpr double centre = 400.0;

    for (const int rate : everyRate)
        for (const double offset : { 0.0, 0.25, 0.5, 0.75 })
        {
            std::vector<float> samples (800);

            for (std::size_t n = 0; n < samples.size(); ++n)
            {
                const double t = static_cast<double> (n) - centre - offset;
                const double window = std::abs (t) < halfLength
                                          ? std::cos (0.5 * std::numbers::pi * t / halfLength)
                                          : 0.0;
                samples[n] = static_cast<float> (window * window
                                                 * std::cos (2.0 * std::numbers::pi * t / 4.5));
            }

            expectTruePeak ({ samples, samples }, 0.0, rate);
        }
}

} // namespace
} // namespace hearing
