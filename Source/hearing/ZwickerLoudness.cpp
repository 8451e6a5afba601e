// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ZwickerLoudness.h"

#include "dsp/FlushDenormals.h"
#include "hearing/LoudnessChannel.h"
#include "hearing/LoudnessSlopes.h"
#include "hearing/TemporalWeighting.h"
#include "units/Precondition.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hearing
{

units::Result<Calibration> plausible (const Calibration& calibration)
{
    constexpr double lowest = 40.0;
    constexpr double highest = 140.0;
    const double level = calibration.fullScale.dbSpl;

    if (level >= lowest && level <= highest)
        return calibration;

    return units::Problem { units::Problem::Kind::invalidValue,
                            "calibration",
                            "Full scale is said to be " + std::to_string (level) + " dB SPL.",
                            "Give a level between 40 and 140 dB SPL." };
}

namespace
{

CoreLoudness bandsOf (const float (&lanes)[bandLanes])
{
    CoreLoudness bands {};
    std::copy_n (lanes, bands.size(), bands.begin());
    return bands;
}

} // namespace

struct ZwickerLoudness::State
{
    State (std::size_t channelCount,
           units::SampleRate at,
           const Calibration& calibration,
           SpecificLoudnessSink to)
        : rate (at),
          setup (at, calibration.fullScale, calibration.field, fastestLoudnessArithmetic()),
          sink (std::move (to)),
          numChannels (channelCount),
          numSounds (calibration.channels == Channels::apart ? channelCount : 1)
    {
        restart();
    }

    void restart()
    {
        ears.clear();
        ears.resize (numChannels);
        received = 0;
        batch = 0;
    }

    void process (dsp::ConstAudioBlock block)
    {
        for (std::size_t done = 0; done < block.numFrames();)
        {
            const auto missing = startOfFrame ((batch + 1) * framesPerBatch, rate) - received;
            const auto now = std::min<std::uint64_t> (missing, block.numFrames() - done);

            for (std::size_t c = 0; c < numChannels; ++c)
                ears[c].channel.add (block.channel (c).subspan (done, now));

            received += now;
            done += now;

            if (now == missing)
                finishBatch();
        }
    }

    void finishBatch()
    {
        const auto starts = framesOfBatch (batch, rate, received);

        for (auto& ear : ears)
            ear.channel.filterBatch (setup, starts);

        for (std::size_t c = numSounds; c < numChannels; ++c)
            ears.front().channel.join (ears[c].channel);

        for (std::size_t c = 0; c < numSounds; ++c)
        {
            ears[c].channel.finishBatch (setup, starts);

            for (std::size_t f = 0; f < starts.numFrames; ++f)
                take (c, f);
        }

        ++batch;
    }

    void take (std::size_t channel, std::size_t frame)
    {
        constexpr std::size_t framesPerPoint = framesPerSecond / LoudnessOverTime::pointsPerSecond;
        static_assert (framesPerBatch % framesPerPoint == 0);

        auto& ear = ears[channel];
        const double weighted = ear.weighting.process (ear.channel.totalLoudness().sone[frame]);

        if (frame % framesPerPoint != 0)
            return;

        if (sink)
            sink ({ channel,
                    ear.numPoints,
                    withSlopes (bandsOf (ear.channel.coreLoudness().frames[frame])) });

        ear.curve.sone.push_back (static_cast<float> (weighted));
        ++ear.numPoints;
    }

    struct Ear
    {
        LoudnessChannel channel;
        TemporalWeighting weighting;
        LoudnessOverTime curve; ///< what was not drained
        std::size_t numPoints = 0;
    };

    units::SampleRate rate;
    LoudnessSetup setup;
    SpecificLoudnessSink sink;
    std::size_t numChannels;
    std::size_t numSounds; ///< how many curves: the channels, or 1 if they are heard together
    std::vector<Ear> ears;
    std::uint64_t received = 0; ///< samples of each channel
    std::uint64_t batch = 0;
};

ZwickerLoudness::ZwickerLoudness (std::size_t numChannels,
                                  units::SampleRate rate,
                                  const Calibration& calibration)
    : ZwickerLoudness (numChannels, rate, calibration, {})
{}

ZwickerLoudness::ZwickerLoudness (std::size_t numChannels,
                                  units::SampleRate rate,
                                  const Calibration& calibration,
                                  SpecificLoudnessSink sink)
    : state (std::make_unique<State> (numChannels, rate, calibration, std::move (sink)))
{
    PRECONDITION (numChannels > 0);
    PRECONDITION (plausible (calibration));
}

ZwickerLoudness::~ZwickerLoudness() = default;
ZwickerLoudness::ZwickerLoudness (ZwickerLoudness&&) noexcept = default;
ZwickerLoudness& ZwickerLoudness::operator= (ZwickerLoudness&&) noexcept = default;

void ZwickerLoudness::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->numChannels);
    const dsp::FlushDenormals fast;
    state->process (block);
}

std::vector<LoudnessOverTime> ZwickerLoudness::drain()
{
    std::vector<LoudnessOverTime> curves;

    for (std::size_t c = 0; c < state->numSounds; ++c)
        curves.push_back (std::exchange (state->ears[c].curve, {}));

    return curves;
}

std::vector<LoudnessOverTime> ZwickerLoudness::finish()
{
    const dsp::FlushDenormals fast;
    state->finishBatch();
    auto curves = drain();
    state->restart();
    return curves;
}

std::vector<LoudnessOverTime>
zwickerLoudness (dsp::ConstAudioBlock whole, units::SampleRate rate, const Calibration& calibration)
{
    ZwickerLoudness loudness { whole.numChannels(), rate, calibration };
    loudness.process (whole);
    return loudness.finish();
}

} // namespace hearing
