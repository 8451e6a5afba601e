// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Subjects.h"
#include "files/AudioFile.h"
#include "files/OutputFile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cli
{

/** Where each output goes: masters × subjects. */
using OutputPaths = std::vector<std::vector<std::filesystem::path>>;

struct OutputWish
{
    std::filesystem::path place {}; ///< -o: a file, a folder, or empty: the current folder
    files::Encoding encoding = files::Encoding::wavFloat;
    files::Overwrite overwrite = files::Overwrite::refuse;
};

/** "Song (heard on AirPods Pro 2, not a master).wav". Makes the folder when it is missing.

    Refuses, before any work is done, what exists already (unless allowed), a master (always) and a
    file name where a folder is needed. Masters with one name get " 2", " 3" … */
units::Result<OutputPaths> outputPaths (const std::vector<std::filesystem::path>& masters,
                                        const std::vector<Subject>& subjects,
                                        const OutputWish& wish);

/** "wav16", "wav24", "wavfloat", "flac". */
units::Result<files::Encoding> encodingNamed (const std::string& word);

} // namespace cli
