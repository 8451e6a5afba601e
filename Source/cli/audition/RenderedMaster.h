// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/LoudnessMatch.h"
#include "monitoring/MasterPass.h"
#include "monitoring/NoiseBed.h"

#include <optional>
#include <vector>

namespace cli
{

/** The gain that makes one output as loud as the others, and how it is known. */
struct OutputMatch
{
    units::Decibels gain { 0.0 };
    units::SoundPressureLevel listeningLevel { 0.0 };

    /** Nothing where matching was by LUFS or off, or where there is nothing to be heard. */
    std::optional<monitoring::LoudnessMatch> loudness;
};

/** What makes the noise of one output; made anew for every pass over it. */
struct NoiseOfOutput
{
    library::BackgroundNoise noise;
    dsp::TransferMatrix toOutput;
    monitoring::NoiseBed::Calibration calibration;
};

/** A master after its pass: subjects in the order of the scenarios. */
struct RenderedMaster
{
    std::filesystem::path file;
    units::SampleRate rate;
    monitoring::MasterPass pass;
    std::vector<OutputMatch> matches;
    std::vector<std::optional<NoiseOfOutput>> noise;
};

} // namespace cli
