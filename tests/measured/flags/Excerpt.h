// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "units/Result.h"
#include "units/SampleRate.h"

#include <filesystem>
#include <string>

namespace flags
{

/** A stretch of a released master: stereo, faded at both ends over 50 ms. */
struct Excerpt
{
    std::string package; ///< what it was released with: the unit by which the corpus is split
    std::string name;
    dsp::AudioBuffer audio;
    units::SampleRate rate { 44100 };
};

constexpr double excerptSeconds = 24.0;

/** From a third of the file on. A mono file becomes two equal channels. A Problem: too short, or unreadable. */
units::Result<Excerpt> excerptOf (const std::filesystem::path& file);

/** The folder after "games" or "fr_music" … : see the .cpp. */
std::string packageOf (const std::filesystem::path& file);

dsp::AudioBuffer copyOf (const dsp::AudioBuffer& audio);

/** Brought to this integrated loudness by gain and a true-peak limiter at this ceiling. */
dsp::AudioBuffer
limited (const dsp::AudioBuffer& audio, units::SampleRate rate, double lufs, double ceilingDbtp);

} // namespace flags
