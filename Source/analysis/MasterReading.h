// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MasterMeter.h"
#include "analysis/TimeRange.h"
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "monitoring/Progress.h"

namespace analysis
{

/** Measures a whole file as it is, at its own rate, from where the reader stands. */
units::Result<MasterMeasures> measureMaster (files::AudioFileReader& reader,
                                             const monitoring::Progress& progress);

/** The same of a part that is in memory.
    @param numChannels  of the file: of a mono file, which is on both channels, the first is measured */
MasterMeasures measureMaster (dsp::ConstAudioBlock stereo,
                              std::size_t numChannels,
                              units::SampleRate rate,
                              MasterMeter::Extent extent = MasterMeter::Extent::everything);

/** A part of a file as two channels at the rate that is wanted; shorter where the file ends. */
units::Result<dsp::AudioBuffer>
readPart (files::AudioFileReader& reader, const TimeRange& part, units::SampleRate rate);

} // namespace analysis
