// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterMeter.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace analysis
{
namespace
{

constexpr units::SampleRate rate { 48000 };

dsp::AudioBuffer sine (std::size_t numChannels, double hertz, double seconds)
{
    dsp::AudioBuffer buffer (numChannels, rate.framesIn ({ seconds }));

    for (std::size_t c = 0; c < numChannels; ++c)
        for (std::size_t i = 0; i < buffer.numFrames(); ++i)
            buffer.channel (c)[i] = static_cast<float> (
                0.5
                * std::sin (2.0 * std::numbers::pi * hertz * static_cast<double> (i) / rate.hertz));

    return buffer;
}

MasterMeasures measured (dsp::ConstAudioBlock programme, std::size_t blockFrames)
{
    MasterMeter meter { programme.numChannels(), rate };

    for (std::size_t n = 0; n < programme.numFrames(); n += blockFrames)
        meter.process (programme.slice (n, std::min (blockFrames, programme.numFrames() - n)));

    return meter.finish();
}

TEST (MasterMeter, measuresWhatTheMetersMeasure)
{
    const auto programme = sine (2, 997.0, 5.0);
    const auto measures = measured (programme.block(), 4096);

    EXPECT_DOUBLE_EQ (measures.seconds, 5.0);
    EXPECT_EQ (measures.numChannels, 2u);
    EXPECT_EQ (measures.curve.points.size(), 50u);

    // BS.1770: a sine of 997 Hz at 0 dBFS in one channel reads −3.01 LUFS, in two 0.
    EXPECT_NEAR (measures.loudness.integrated->value, -6.02, 0.1);
    EXPECT_TRUE (measures.bass.isEmpty());
}

TEST (MasterMeter, doesNotMindHowTheBlocksAreCut)
{
    const auto programme = sine (1, 55.0, 2.0);
    const auto whole = measured (programme.block(), programme.numFrames());
    const auto cut = measured (programme.block(), 777);

    EXPECT_EQ (whole.numChannels, 1u);
    EXPECT_EQ (whole.bass.notes, cut.bass.notes);
    EXPECT_EQ (whole.loudness.integrated, cut.loudness.integrated);
    EXPECT_FALSE (whole.bass.isEmpty());
}

} // namespace
} // namespace analysis
