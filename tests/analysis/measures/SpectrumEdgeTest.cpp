// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TestMaster.h"
#include "dsp/Biquad.h"
#include "dsp/Resampler.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

dsp::AudioBuffer whiteNoise (double seconds)
{
    dsp::RandomNumbers random { 7 };
    return made (2, seconds, [&] (double, std::size_t) { return 0.1 * random.gaussian(); });
}

dsp::AudioBuffer resampled (dsp::ConstAudioBlock in, units::SampleRate from, units::SampleRate to)
{
    dsp::Resampler resampler { in.numChannels(), from, to };
    const auto first = resampler.process (in);
    const auto rest = resampler.flush();
    dsp::AudioBuffer all (in.numChannels(), first.numFrames() + rest.numFrames());

    for (std::size_t c = 0; c < in.numChannels(); ++c)
    {
        std::ranges::copy (first.channel (c), all.channel (c).begin());
        std::ranges::copy (rest.channel (c), all.channel (c).subspan (first.numFrames()).begin());
    }

    return all;
}

TEST (SpectrumEdge, standsWhereALowerRateEnded)
{
    const auto low = resampled (whiteNoise (4.0).block(), rate, { 32000 });
    const auto edge = measured (resampled (low.block(), { 32000 }, rate).block()).edge;
    ASSERT_TRUE (edge);
    EXPECT_NEAR (edge->hertz, 15800.0, 500.0);
    EXPECT_GT (edge->dropDb, 40.0); // the noise begins and ends at once, which has all frequencies
}

TEST (SpectrumEdge, isNotInAWholeSpectrum)
{
    EXPECT_FALSE (measured (whiteNoise (4.0).block()).edge);
    EXPECT_FALSE (measured (pink (4.0).block()).edge);
}

TEST (SpectrumEdge, isNotWhereASoundEndsByNature)
{
    // A low-pass of second order: 12 dB per octave.
    const auto rate48 = rate;
    dsp::BiquadFilter filter { dsp::Biquad::lowPass (rate48, { units::Hertz { 5000.0 } }) };
    dsp::RandomNumbers random { 7 };
    const auto dull = made (
        1, 4.0, [&] (double, std::size_t) { return filter.process (0.1 * random.gaussian()); });
    EXPECT_FALSE (measured (dull.block()).edge);
}

} // namespace
} // namespace analysis
