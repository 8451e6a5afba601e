// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/MastersToCheck.h"

#include "cli/AudioPaths.h"
#include "files/InputFile.h"
#include "files/TextLines.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace cli
{

namespace
{

namespace fs = std::filesystem;
using units::Problem;
using units::Result;

constexpr std::size_t mostOfAnAlbum = 60;

constexpr std::string_view fileScheme = "file://";

/** "%20" is a space. */
std::string percentDecoded (std::string_view text)
{
    std::string decoded;

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        unsigned byte = 0;
        const auto* const digits = text.data() + i + 1;

        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars (digits, digits + 2, byte, 16).ptr == digits + 2)
        {
            decoded += static_cast<char> (byte);
            i += 2;
        }
        else
        {
            decoded += text[i];
        }
    }

    return decoded;
}

/** A line of a playlist: a path, or the address of a file as RFC 8089 writes it. */
fs::path fileOf (std::string_view entry)
{
    if (! files::lowerCase (std::string { entry }).starts_with (fileScheme))
        return std::string { entry };

    const auto host = entry.substr (fileScheme.size());
    const auto start = host.find ('/');
    return percentDecoded (host.substr (std::min (start, host.size())));
}

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
            found.push_back (playlist.parent_path() / fileOf (entry));

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
