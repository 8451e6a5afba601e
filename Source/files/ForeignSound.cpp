// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/SoundHandle.h"

#include <array>
#include <fstream>
#include <string_view>

namespace files
{

namespace fs = std::filesystem;

namespace
{

std::string shellQuoted (const std::string& text)
{
    std::string quoted = "'";

    for (const char c : text)
        quoted += c == '\'' ? "'\\''" : std::string { c };

    return quoted + "'";
}

/** Formats that musicians have and libsndfile has not; their marks in the first bytes. */
std::string foreignFormat (const fs::path& file)
{
    std::array<char, 12> first {};
    std::ifstream (file, std::ios::binary).read (first.data(), first.size());
    const std::string_view bytes { first.data(), first.size() };

    if (bytes.substr (4, 4) == "ftyp")
        return "This is an MP4 or M4A file (AAC or ALAC), which is not read here.";

    if (bytes.starts_with ("\x1A\x45\xDF\xA3"))
        return "This is a Matroska or WebM file, which is not read here.";

    if (bytes.starts_with ("\x30\x26\xB2\x75"))
        return "This is a Windows Media file, which is not read here.";

    if (bytes.starts_with ("wvpk"))
        return "This is a WavPack file, which is not read here.";

    if (bytes.starts_with ("MAC "))
        return "This is a Monkey's Audio file, which is not read here.";

    if (bytes.starts_with ("\xFF\xF1") || bytes.starts_with ("\xFF\xF9"))
        return "This is a raw AAC stream, which is not read here.";

    return {};
}

} // namespace

std::string ffmpegCommand (const fs::path& file, const std::string& between)
{
    auto target = file;
    target.replace_filename (file.stem().string() + " converted.wav");
    return "ffmpeg -i " + shellQuoted (file.string()) + (between.empty() ? "" : " " + between) + " "
           + shellQuoted (target.string());
}

units::Problem notOpenedSound (const fs::path& file, const std::string& reason)
{
    if (auto foreign = foreignFormat (file); ! foreign.empty())
        return { units::Problem::Kind::unsupported,
                 file.string(),
                 std::move (foreign),
                 "Convert it first: " + ffmpegCommand (file, "") + "." };

    return unreadableSound (file,
                            "This cannot be read as audio: " + reason,
                            "Export it again as WAV or FLAC; if it is audio of another kind, try "
                                + ffmpegCommand (file, "") + ".");
}

} // namespace files
