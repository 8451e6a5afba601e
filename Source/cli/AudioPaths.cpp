// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AudioPaths.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <system_error>

namespace cli
{

namespace fs = std::filesystem;
using units::Problem;
using units::Result;

namespace
{

bool looksLikeAudio (const fs::path& file)
{
    static constexpr std::array<std::string_view, 16> extensions {
        ".wav",  ".wave", ".bwf", ".rf64", ".w64", ".aif", ".aiff", ".aifc",
        ".flac", ".ogg",  ".oga", ".opus", ".mp3", ".caf", ".au",   ".snd"
    };

    auto extension = file.extension().string();
    std::ranges::transform (extension, extension.begin(), [] (unsigned char letter) {
        return static_cast<char> (std::tolower (letter));
    });
    return std::ranges::find (extensions, extension) != extensions.end();
}

Problem notListed (const fs::path& folder, const std::error_code& error)
{
    return { Problem::Kind::unreadableFile,
             folder.string(),
             "The folder cannot be read to its end: " + error.message() + ".",
             "Give yourself permission to read it, or name its files." };
}

Result<std::vector<fs::path>> audioFilesIn (const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry { folder, error };

    for (; ! error && entry != fs::recursive_directory_iterator {}; entry.increment (error))
        if (std::error_code passedOver;
            entry->is_regular_file (passedOver) && looksLikeAudio (entry->path()))
            files.push_back (entry->path());

    if (error)
        return notListed (folder, error);

    if (files.empty())
        return Problem { Problem::Kind::missingFile,
                         folder.string(),
                         "There is no audio file in this folder.",
                         "Name another folder, or the files themselves." };

    std::ranges::sort (files);
    return files;
}

} // namespace

Result<std::vector<fs::path>> audioFilesOf (const fs::path& named)
{
    std::error_code error;

    if (fs::is_directory (named, error))
        return audioFilesIn (named);

    return std::vector { named };
}

} // namespace cli
