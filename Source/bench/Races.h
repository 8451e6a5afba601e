// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "bench/Race.h"

namespace bench
{

/** How much sound a run has: enough for figures, or just enough to see that all runs. */
enum class Length
{
    whole,
    brief
};

/** A stereo programme through one device in real time, in the sound card's blocks: beside zita-convolver
    and JUCE's dsp::Convolution.
    @param juceProgram  elsewhere-juce-convolution, wherever it may be */
std::vector<Race> liveRaces (Length length, const std::filesystem::path& juceProgram);

/** A master through thirty devices at once, one core: beside zita-convolver, whose devices share the master's
    spectra too, and ffmpeg, which is started for every device. With and without loudness and true peak. */
std::vector<Race> offlineRaces (Length length);

} // namespace bench
