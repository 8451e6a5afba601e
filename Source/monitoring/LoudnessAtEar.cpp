// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LoudnessAtEar.h"

#include <algorithm>

namespace monitoring
{

namespace
{

// A calibration states the level of a sine of full amplitude, whose RMS is so much below full scale.
constexpr double sineRmsDb = -3.0103;

/** What the model is calibrated at; all that changes from device to device is done to the samples. */
constexpr units::SoundPressureLevel modelFullScale { 100.0 };

/** The way to the ear for every channel by itself, gain included. */
dsp::TransferMatrix
matrixFor (std::size_t channels, const dsp::ImpulseResponse& filter, double gain)
{
    dsp::TransferMatrix matrix { channels, channels, filter.samples.size(), filter.rate };

    for (std::size_t c = 0; c < channels; ++c)
        std::ranges::transform (
            filter.samples, matrix.path (c, c).begin(), [gain] (double tap) { return gain * tap; });

    return matrix;
}

double gainOf (units::Decibels gain, const Hearing& how)
{
    const double levelDb = how.path.fullScaleDbSpl (how.listeningLevel) + sineRmsDb
                           - modelFullScale.dbSpl + gain.value();
    return units::Decibels { levelDb }.toGain();
}

} // namespace

LoudnessAtEar::LoudnessAtEar (std::size_t numChannels, units::Decibels gain, const Hearing& how)
    : LoudnessAtEar (matrixFor (numChannels, how.path.filter, gainOf (gain, how)), how)
{}

LoudnessAtEar::LoudnessAtEar (const dsp::TransferMatrix& gainAndPath, const Hearing& how)
    : toEar (gainAndPath.numInputs(), { &gainAndPath }),
      loudness (gainAndPath.numOutputs(),
                how.rate,
                { modelFullScale, how.path.field(), how.path.channels() }),
      hear ([this] (std::size_t, dsp::ConstAudioBlock block) { loudness.process (block); })
{}

void LoudnessAtEar::process (dsp::ConstAudioBlock block) { toEar.process (block, hear); }

hearing::LoudnessOverTime LoudnessAtEar::finish()
{
    toEar.flush (hear);
    auto ears = loudness.finish();
    return ears.size() == 2 ? hearing::binauralLoudness (ears[0], ears[1]) : std::move (ears[0]);
}

} // namespace monitoring
