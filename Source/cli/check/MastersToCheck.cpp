// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/MastersToCheck.h"

#include "cli/AudioPaths.h"
#include "files/InputFile.h"
#include "files/TextLines.h"

#include <algorithm>

namespace cli
{

namespace
{

namespace fs = std::filesystem;
using units::Problem;
using units::Result;

constexpr std::size_t mostOfAnAlbum = 60;

bool isPlaylist (const fs::path& file)
{
    const auto extension = files::lowerCase (file.extension().string());
    return extension == ".m3u" || extension == ".m3u8";
}

Result<std::vector<fs::path>> filesOfPlaylist (const fs::path& playlist)
{
    const auto text = files::readBytes (playlist, files::maximumTextBytes);

    if (! text)
        return text.problem();

    std::vector<fs::path> found;

    for (const auto& line : files::splitLines (*text))
        if (const auto entry = files::trimmed (line.text);
            ! entry.empty() && ! entry.starts_with ('#'))
            found.push_back (playlist.parent_path() / fs::path { std::string { entry } });

    if (found.empty())
        return Problem { Problem::Kind::invalidValue,
                         playlist.string(),
                         "The playlist names no file.",
                         "Put one file name on a line." };

    return found;
}

} // namespace

bool MastersToCheck::areAnAlbum() const
{
    const auto isBesideTheFirst = [this] (const fs::path& file) {
        return file.parent_path() == files[0].parent_path();
    };
    return files.size() > 1 && files.size() <= mostOfAnAlbum
           && (numPlaylists == 1 || std::ranges::all_of (files, isBesideTheFirst));
}

MastersToCheck mastersToCheck (const std::vector<std::string>& named)
{
    MastersToCheck masters;

    for (const auto& name : named)
    {
        masters.numPlaylists += isPlaylist (name) ? 1 : 0;
        auto found = isPlaylist (name) ? filesOfPlaylist (name) : audioFilesOf (name);

        if (found)
            std::ranges::move (*found, std::back_inserter (masters.files));
        else
            masters.problems.push_back (found.problem());
    }

    return masters;
}

} // namespace cli
