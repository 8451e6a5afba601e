// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"
#include "monitoring/LevelMatch.h"
#include "units/Decibels.h"
#include "units/Result.h"
#include "units/SampleRate.h"

#include <filesystem>

namespace monitoring
{

/** Stretches of a master, spread over its length and joined: enough to know how loud a device will make
    it, without reading it through. Two channels. */
struct ProgrammeExcerpts
{
    dsp::AudioBuffer frames;
    units::SampleRate rate { 48000 };
};

/** 24 stretches of a second; all of a file that is not longer than that. Loader thread. */
units::Result<ProgrammeExcerpts> takeExcerpts (const std::filesystem::path& file,
                                               units::SampleRate rate);

/** The same as a device plays it: as long as the excerpts. */
ProgrammeExcerpts heardThrough (const dsp::TransferMatrix& matrix, const ProgrammeExcerpts& master);

/** K-weighted mean square, channels added, in dB (BS.1770 without gates); −200 for silence. For
    differences between two renderings of one programme. */
double kWeightedLevelDb (const ProgrammeExcerpts& programme);

/** In dBTP; −200 for silence. */
double truePeakDb (const ProgrammeExcerpts& programme);

/** The gain that makes what is heard as loud as the master, K-weighted: what Match::lufs means live, and
    Match::loudness where nothing of it can be heard. */
units::Decibels
matchingGain (Match match, const ProgrammeExcerpts& master, const ProgrammeExcerpts& heard);

} // namespace monitoring
