// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Problem.h"

#include <sndfile.h>

#include <filesystem>
#include <memory>
#include <string>

namespace files
{

struct CloseSound
{
    void operator() (SNDFILE* file) const { sf_close (file); }
};

/** Part of the door to libsndfile: no header but this one and no source outside this folder sees it. */
using SoundHandle = std::unique_ptr<SNDFILE, CloseSound>;

inline units::Problem
unreadableSound (const std::filesystem::path& file, std::string what, std::string cure)
{
    return {
        units::Problem::Kind::unreadableFile, file.string(), std::move (what), std::move (cure)
    };
}

/** What libsndfile cannot open: names the format, where it is one that musicians have.
    @param reason  libsndfile's own */
units::Problem notOpenedSound (const std::filesystem::path& file, const std::string& reason);

/** "ffmpeg -i 'in.m4a' BETWEEN 'in.wav'": a command line that a shell takes as it is. */
std::string ffmpegCommand (const std::filesystem::path& file, const std::string& between);

} // namespace files
