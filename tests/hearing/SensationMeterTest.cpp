// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SensationMeter.h"

#include "dsp/AudioBuffer.h"
#include "hearing/Exceedance.h"
#include "hearing/Sharpness.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hearing
{
namespace
{

constexpr units::SampleRate rate { 48000 };

TEST (Exceedance, isTheRankOfSortedValues)
{
    std::vector<double> values (1000);
    std::iota (values.begin(), values.end(), 1.0);
    Exceedance counted;

    for (const double value : values)
        counted.add (0.01 * value);

    for (const double percent : { 0.0, 5.0, 50.0, 95.0, 99.9 })
    {
        const auto rank = static_cast<std::size_t> ((1.0 - percent / 100.0) * 999.0);
        EXPECT_NEAR (*counted.exceeded (percent), 0.01 * values[rank], 0.01 * values[rank] * 6e-4)
            << percent;
    }
}

TEST (Exceedance, countsTheFaintAsNothingAndTheAbsurdAsItsHighestClass)
{
    Exceedance counted;
    EXPECT_FALSE (counted.exceeded (5.0));

    counted.add (0.0);
    counted.add (std::numeric_limits<double>::quiet_NaN());
    counted.add (1e-9);
    EXPECT_EQ (*counted.exceeded (0.0), 0.0);

    counted.add (1e300);
    EXPECT_NEAR (*counted.exceeded (0.0), 1e4, 10.0);
    EXPECT_EQ (*counted.exceeded (50.0), 0.0);
}

//==================================================================================================
/** Noise that swells and falls; the channels are different. */
dsp::AudioBuffer swells (std::size_t channels, double seconds)
{
    auto signal = support::noise (channels, static_cast<std::size_t> (seconds * 48000), 5);

    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t n = 0; n < signal[c].size(); ++n)
            signal[c][n] *= std::pow (
                10.0, -2.5 + std::sin (1e-4 * static_cast<double> (n) + static_cast<double> (c)));

    return support::toBuffer (signal);
}

ProgrammeSensation sensed (const dsp::AudioBuffer& buffer, std::size_t blockSize = 8192)
{
    SensationMeter meter { buffer.numChannels(), rate, {} };

    for (std::size_t n = 0; n < buffer.numFrames(); n += blockSize)
        meter.process (buffer.block().slice (n, std::min (blockSize, buffer.numFrames() - n)));

    return meter.finish();
}

TEST (SensationMeter, equalsTheWholeCurvesOfTwoEars)
{
    const auto buffer = swells (2, 5.0);
    std::vector<SpecificLoudness> means;
    ZwickerLoudness loudness { 2, rate, {}, [&] (const SpecificLoudnessMoment& moment) {
                                  means.resize (std::max (means.size(), moment.point + 1));

                                  for (std::size_t z = 0; z < barkSteps; ++z)
                                      means[moment.point][z] += 0.5f * moment.pattern.specific[z];
                              } };
    loudness.process (buffer.block());
    const auto ears = loudness.finish();
    const auto both = binauralLoudness (ears[0], ears[1]);

    std::vector<double> sharpnesses;

    for (const auto& mean : means)
        if (const auto acum = sharpness (mean))
            sharpnesses.push_back (*acum);

    std::ranges::sort (sharpnesses);
    const double sharpness5 =
        sharpnesses[static_cast<std::size_t> (0.95 * static_cast<double> (sharpnesses.size() - 1))];

    const auto sensation = sensed (buffer);
    EXPECT_EQ (sensation.nMaxSone, both.maximum());
    EXPECT_NEAR (sensation.n5Sone, both.exceeded (5.0), 0.002 * both.exceeded (5.0));
    EXPECT_NEAR (*sensation.loudnessLevelPhon, loudnessLevelPhon (both.exceeded (5.0)), 0.03);
    EXPECT_NEAR (*sensation.sharpness5Acum, sharpness5, 0.002 * sharpness5);
}

TEST (SensationMeter, isTheSameInBlocksOfAnySize)
{
    const auto buffer = swells (2, 2.0);
    const auto whole = sensed (buffer, buffer.numFrames());

    for (const std::size_t blockSize : { 1u, 100u, 4097u })
    {
        const auto sensation = sensed (buffer, blockSize);
        EXPECT_EQ (sensation.nMaxSone, whole.nMaxSone) << blockSize;
        EXPECT_EQ (sensation.n5Sone, whole.n5Sone) << blockSize;
        EXPECT_EQ (sensation.sharpness5Acum, whole.sharpness5Acum) << blockSize;
    }
}

TEST (SensationMeter, hearsOneChannelWithBothEars)
{
    const auto mono = swells (1, 2.0);
    dsp::AudioBuffer stereo { 2, mono.numFrames() };

    for (std::size_t c = 0; c < 2; ++c)
        std::ranges::copy (mono.channel (0), stereo.channel (c).begin());

    const auto one = sensed (mono);
    const auto two = sensed (stereo);
    EXPECT_NEAR (two.n5Sone, one.n5Sone, 0.002 * one.n5Sone);
    EXPECT_NEAR (two.nMaxSone, one.nMaxSone, 1e-4 * one.nMaxSone);
    EXPECT_NEAR (*two.sharpness5Acum, *one.sharpness5Acum, 1e-3);
}

TEST (SensationMeter, hearsOneEarAsTwoThirds)
{
    const auto mono = swells (1, 2.0);
    dsp::AudioBuffer left { 2, mono.numFrames() };
    std::ranges::copy (mono.channel (0), left.channel (0).begin());

    EXPECT_NEAR (
        sensed (left).n5Sone, sensed (mono).n5Sone * 2.0 / 3.0, 0.02 * sensed (mono).n5Sone);
}

TEST (SensationMeter, hasNoLevelAndNoSharpnessInSilence)
{
    const auto sensation = sensed (dsp::AudioBuffer { 2, 48000 });
    EXPECT_EQ (sensation.nMaxSone, 0.0);
    EXPECT_EQ (sensation.n5Sone, 0.0);
    EXPECT_FALSE (sensation.loudnessLevelPhon);
    EXPECT_FALSE (sensation.sharpness5Acum);
}

TEST (SensationMeter, makesNothingOfNothing)
{
    SensationMeter meter { 2, rate, {} };
    EXPECT_EQ (meter.finish().nMaxSone, 0.0);
}

} // namespace
} // namespace hearing
