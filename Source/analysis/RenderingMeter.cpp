// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RenderingMeter.h"

#include <algorithm>

namespace analysis
{

namespace
{

// The level of a sine whose amplitude is 1, below that of a channel whose RMS is 1.
constexpr double sineRmsDb = -3.0103;

} // namespace

RenderingMeter::RenderingMeter (units::SampleRate rate,
                                const EarCalibration& calibration,
                                const hearing::BassLine& line,
                                std::size_t masterFrames)
    : how (calibration),
      framesLeft (masterFrames),
      ears (rate, calibration.fullScaleDbSpl, calibration.field),
      bass (line, 2, rate, { calibration.fullScaleDbSpl + sineRmsDb })
{
    ears.reserve (masterFrames);
}

void RenderingMeter::process (dsp::ConstAudioBlock block)
{
    const auto frames = std::min (framesLeft, block.numFrames());

    if (frames == 0)
        return;

    framesLeft -= frames;
    const auto heard = block.slice (0, frames);
    ears.process (heard);
    bass.process (heard);
}

RenderingMeasures RenderingMeter::finish()
{
    RenderingMeasures measures;
    measures.match = how.match;
    measures.fullScaleDbSpl = how.fullScaleDbSpl;
    measures.ears = ears.finish();
    measures.loudness = earLoudness (measures.ears);
    measures.bass = bass.finish();
    return measures;
}

} // namespace analysis
