// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/measures/EarLevels.h"
#include "analysis/measures/EarLoudness.h"
#include "hearing/BassHarmonics.h"
#include "units/Decibels.h"

#include <vector>

namespace analysis
{

/** Every measured quantity of one rendering, as it arrives at the ears at its listening level. */
struct RenderingMeasures
{
    units::Decibels match {
        0.0
    }; ///< what makes it as loud to the ear as Untouched; within all figures
    double fullScaleDbSpl =
        0.0; ///< at the ear, of a channel whose RMS is full scale; match included
    EarLevels ears;
    std::vector<HopLoudness> loudness;         ///< of `ears`, hop by hop: earLoudness()
    std::vector<hearing::FrameHarmonics> bass; ///< of MasterMeasures::bass, frame by frame
};

} // namespace analysis
