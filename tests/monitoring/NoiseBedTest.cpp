// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/NoiseBed.h"

#include "dsp/AudioBuffer.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace monitoring
{
namespace
{

library::BackgroundNoise oneBandAt (double dbSpl)
{
    return { dsp::FrequencyResponse::fromPoints ({ 999.0, 1001.0 }, { dbSpl, dbSpl }).value() };
}

NoiseBed::Calibration calibrationAt (double levelDbSpl, double matchDb)
{
    return { { levelDbSpl }, units::Decibels { matchDb } };
}

double levelDb (std::span<const float> samples)
{
    double power = 0.0;

    for (const float sample : samples)
        power += static_cast<double> (sample) * sample;

    return 10.0 * std::log10 (power / static_cast<double> (samples.size()));
}

dsp::AudioBuffer noiseOf (NoiseBed bed, std::size_t frames, std::size_t blockFrames)
{
    dsp::AudioBuffer buffer (2, frames);

    for (std::size_t start = 0; start < frames; start += blockFrames)
        bed.addTo (buffer.block().slice (start, std::min (blockFrames, frames - start)));

    return buffer;
}

TEST (NoiseBed, standsAtItsNaturalDistanceBelowTheProgramme)
{
    // At 70 dB SPL for -14 LUFS, full scale of one channel is 87 dB SPL.
    const auto buffer = noiseOf (
        { oneBandAt (60.0), support::unitMatrix (2), calibrationAt (70.0, 0.0) }, 480000, 4096);
    EXPECT_NEAR (levelDb (buffer.channel (0)), 60.0 - 87.0, 1.0);
    EXPECT_NEAR (levelDb (buffer.channel (1)), 60.0 - 87.0, 1.0);
}

TEST (NoiseBed, staysWithTheProgrammeThatTheDeviceMadeQuieter)
{
    // What is added before a match gain of +8 dB must be 8 dB lower.
    EXPECT_DOUBLE_EQ (calibrationAt (70.0, 8.0).fullScaleDbSpl(), 87.0 + 8.0);
    EXPECT_DOUBLE_EQ (calibrationAt (70.0, 0.0).fullScaleDbSpl(), 87.0);
}

TEST (NoiseBed, isTheSameInAnyBlocksAndEveryTime)
{
    const auto make = [] {
        return NoiseBed { oneBandAt (60.0), support::unitMatrix (2), calibrationAt (70.0, 0.0) };
    };
    const auto once = noiseOf (make(), 30000, 4096);
    const auto again = noiseOf (make(), 30000, 777);
    EXPECT_TRUE (std::ranges::equal (once.channel (0), again.channel (0)));
    EXPECT_TRUE (std::ranges::equal (once.channel (1), again.channel (1)));
}

} // namespace
} // namespace monitoring
