// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/TruePeakDetector.h"
#include "units/SampleRate.h"

#include <cstdint>
#include <vector>

namespace analysis
{

/** The true peak of each hop (TimeRange's hopsPerSecond of them a second), of all channels, as a gain. */
using PeakCurve = std::vector<float>;

/** As dsp::TruePeakMeter, hop by hop: looks closely only where a hop could rise above its highest so far. */
class PeakCurveMeter
{
public:
    PeakCurveMeter (std::size_t numChannels, units::SampleRate rate);

    void process (dsp::ConstAudioBlock block);
    PeakCurve finish();

private:
    std::uint64_t endOfHop() const;

    units::SampleRate rate;
    std::vector<dsp::TruePeakDetector> detectors;
    PeakCurve curve;
    std::uint64_t received = 0;
};

} // namespace analysis
