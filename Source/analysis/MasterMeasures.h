// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/measures/CodecOvers.h"
#include "analysis/measures/PeakCurve.h"
#include "analysis/measures/SampleFaults.h"
#include "analysis/measures/SpeakerOverload.h"
#include "analysis/measures/SpectrumEdge.h"
#include "analysis/measures/StereoField.h"
#include "hearing/BassPitch.h"
#include "hearing/LoudnessMeter.h"
#include "units/SampleRate.h"

#include <cstddef>
#include <optional>

namespace analysis
{

/** Every measured quantity of the master itself. */
struct MasterMeasures
{
    double seconds = 0.0;
    units::SampleRate rate { 48000 }; ///< of the file
    std::size_t numChannels = 2;      ///< of the file: 1 or 2
    hearing::ProgrammeLoudness loudness;
    hearing::LoudnessCurve curve;
    hearing::BassLine bass;
    PeakCurve peaks;
    StereoField stereo; ///< empty of a mono file
    SampleFaults faults;
    std::optional<SpectrumEdge> edge;
    SpeakerOverload overload;
    std::optional<CodecOvers> codecs; ///< nothing comes of MasterMeter: see tryCodecs
};

} // namespace analysis
