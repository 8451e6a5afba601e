// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/RenderingMeasures.h"
#include "dsp/AudioBlock.h"
#include "hearing/BassPitch.h"
#include "units/SampleRate.h"

namespace analysis
{

/** How a rendering comes to the ears. */
struct EarCalibration
{
    units::Decibels match { 0.0 };
    double fullScaleDbSpl = 100.0; ///< of a channel whose RMS is full scale; match included
    hearing::SoundField field = hearing::SoundField::diffuse;
};

/** Measures one rendering as it comes: left and right ear, for as long as the master is. */
class RenderingMeter
{
public:
    /** @param bass         the bass line of the master
        @param masterFrames what comes later is the device's tail, and is left out */
    RenderingMeter (units::SampleRate rate,
                    const EarCalibration& calibration,
                    const hearing::BassLine& bass,
                    std::size_t masterFrames);

    void process (dsp::ConstAudioBlock block);
    RenderingMeasures finish();

private:
    EarCalibration how;
    std::size_t framesLeft;
    EarLevelMeter ears;
    hearing::BassHarmonics bass;
};

} // namespace analysis
