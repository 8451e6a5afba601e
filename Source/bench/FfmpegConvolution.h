// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"

#include <filesystem>
#include <vector>

#include "bench/Race.h"

namespace bench
{

/** What ffmpeg does to each rendering. */
enum class FfmpegMeter
{
    none,
    loudnessAndTruePeak ///< ebur128=peak=true
};

/** Which time of ffmpeg counts. */
enum class FfmpegTime
{
    user,
    wall
};

/** As a FLAC file of 24 bits, which is what ffmpeg reads. */
units::Result<void> writeMaster (const dsp::AudioBuffer& master, const std::filesystem::path& file);

/** `ffmpeg … -lavfi afir`, started once for every device as a user would, its result thrown away. A Problem where
    there is no ffmpeg. */
units::Result<Contestant> ffmpegConvolution (const dsp::AudioBuffer& master,
                                             const std::vector<dsp::TransferMatrix>& devices,
                                             FfmpegMeter meter,
                                             FfmpegTime time);

} // namespace bench
