// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/RenderedLoudness.h"

#include "dsp/AudioBuffer.h"
#include "monitoring/OfflineRenderer.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr auto blockFrames = OfflineRenderer::fastBlockSize;

// A calibration states the level of a sine of full amplitude, whose RMS is so much below full scale.
constexpr double sineRmsDb = -3.0103;

/** What the model is calibrated at; all that changes from device to device is done to the samples. */
constexpr units::SoundPressureLevel modelFullScale { 100.0 };

/** The way to the ear for every channel by itself, gain included. */
OfflineRenderer::Kernels
kernelFor (std::size_t channels, const dsp::ImpulseResponse& filter, double gain)
{
    dsp::TransferMatrix matrix { channels, channels, filter.samples.size(), filter.rate };

    for (std::size_t c = 0; c < channels; ++c)
        std::ranges::transform (
            filter.samples, matrix.path (c, c).begin(), [gain] (double tap) { return gain * tap; });

    return { std::make_shared<dsp::PartitionedKernel> (matrix, blockFrames) };
}

hearing::LoudnessOverTime together (std::vector<hearing::LoudnessOverTime> ears)
{
    return ears.size() == 2 ? hearing::binauralLoudness (ears[0], ears[1]) : std::move (ears[0]);
}

} // namespace

units::Result<hearing::LoudnessOverTime> renderedLoudness (files::Spool& rendering,
                                                           units::Decibels gain,
                                                           const Hearing& how,
                                                           const Progress& progress)
{
    const auto channels = rendering.numChannels();
    const double levelDb = how.path.fullScaleDbSpl (how.listeningLevel) + sineRmsDb
                           - modelFullScale.dbSpl + gain.value();
    OfflineRenderer toEar { channels,
                            blockFrames,
                            kernelFor (
                                channels, how.path.filter, units::Decibels { levelDb }.toGain()) };
    hearing::ZwickerLoudness loudness { channels,
                                        how.rate,
                                        { modelFullScale, how.path.field(), how.path.channels() } };
    const OfflineRenderer::Sink hear = [&loudness] (std::size_t, dsp::ConstAudioBlock block) {
        loudness.process (block);
    };
    dsp::AudioBuffer block (channels, blockFrames);
    const auto all = static_cast<double> (std::max<std::int64_t> (1, rendering.numFrames()));
    double done = 0.0;
    rendering.rewind();

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = rendering.read (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        toEar.process (block.block().slice (0, frames), hear);
        done += static_cast<double> (frames);

        if (progress (std::min (1.0, done / all)) == Continue::no)
            return interruption();
    }

    toEar.flush (hear);
    return together (loudness.finish());
}

} // namespace monitoring
