// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ThirdOctavePowers.h"

#include "dsp/FlushDenormals.h"
#include "hearing/LoudnessChannel.h"
#include "hearing/TemporalWeighting.h"

#include <algorithm>
#include <cmath>

namespace hearing
{

namespace
{

// Full scale is said of a sine whose amplitude is 1: its power is a half.
constexpr units::SoundPressureLevel halfPower { -3.0103 };

// The rate of the filters does not matter behind them.
constexpr units::SampleRate anyRate { 48000 };

constexpr std::size_t framesPerMean = framesPerSecond / powersPerSecond;
static_assert (framesPerBatch % framesPerMean == 0);

/** Of a few frames of a batch. */
ThirdOctavePowers meanOf (const BandPowers& powers, std::size_t first, std::size_t numFrames)
{
    ThirdOctavePowers mean {};

    for (std::size_t f = first; f < first + numFrames; ++f)
        for (std::size_t band = 0; band < mean.size(); ++band)
            mean[band] += powers.frames[f][band] / static_cast<float> (numFrames);

    return mean;
}

LoudnessSetup coarseSetup (SoundField field)
{
    LoudnessSetup setup { anyRate, halfPower, field, fastestLoudnessArithmetic() };
    setup.decay = decayNetwork (powersPerSecond);
    return setup;
}

} // namespace

std::vector<ThirdOctavePowers> thirdOctavePowers (std::span<const float> sound,
                                                  units::SampleRate rate)
{
    const dsp::FlushDenormals fast;
    const LoudnessSetup setup { rate, halfPower, SoundField::free, fastestLoudnessArithmetic() };
    LoudnessChannel channel;
    std::vector<ThirdOctavePowers> powers;
    std::uint64_t received = 0;

    for (std::uint64_t batch = 0; received < sound.size(); ++batch)
    {
        const auto end = std::min<std::uint64_t> (startOfFrame ((batch + 1) * framesPerBatch, rate),
                                                  sound.size());
        channel.add (sound.subspan (received, end - received));
        received = end;

        const auto frames = framesOfBatch (batch, rate, received);
        channel.filterBatch (setup, frames);

        for (std::size_t f = 0; f < frames.numFrames; f += framesPerMean)
            powers.push_back (
                meanOf (channel.bandPowers(), f, std::min (framesPerMean, frames.numFrames - f)));
    }

    return powers;
}

LoudnessOverTime loudnessOfPowers (std::span<const ThirdOctavePowers> powers,
                                   double fullScaleDbSpl,
                                   SoundField field)
{
    const dsp::FlushDenormals fast;
    const auto setup = coarseSetup (field);
    const auto scale = static_cast<float> (std::pow (10.0, fullScaleDbSpl / 10.0));
    LoudnessChannel channel;
    TemporalWeighting weighting { powersPerSecond };
    LoudnessOverTime curve;

    while (! powers.empty())
    {
        const auto numFrames = std::min (powers.size(), framesPerBatch);

        for (std::size_t f = 0; f < numFrames; ++f)
            std::ranges::transform (powers[f],
                                    channel.bandPowers().frames[f],
                                    [scale] (float power) { return scale * power; });

        channel.skipFilters();
        channel.finishBatch (setup, { numFrames, {} });

        for (std::size_t f = 0; f < numFrames; ++f)
            curve.sone.push_back (
                static_cast<float> (weighting.process (channel.totalLoudness().sone[f])));

        powers = powers.subspan (numFrames);
    }

    return curve;
}

} // namespace hearing
