// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/OutputNames.h"

#include <algorithm>
#include <set>

namespace cli
{

namespace fs = std::filesystem;
using units::Problem;

namespace
{

std::string fileNameSafe (std::string text)
{
    std::replace (text.begin(), text.end(), '/', '-');
    return text;
}

std::string extensionOf (files::Encoding encoding)
{
    return encoding == files::Encoding::flac ? ".flac" : ".wav";
}

bool meansFolder (const fs::path& place, std::size_t numOutputs)
{
    std::error_code ignored;
    return place.empty() || numOutputs != 1 || ! place.has_filename()
           || fs::is_directory (place, ignored);
}

units::Result<void> makeFolder (const fs::path& folder)
{
    std::error_code error;

    if (folder.empty() || fs::is_directory (folder, error))
        return {};

    if (fs::create_directories (folder, error))
        return {};

    return Problem { Problem::Kind::unwritableFile,
                     folder.string(),
                     "the outputs need a folder, and this cannot be made one (" + error.message()
                         + ").",
                     "Give -o a folder, or leave it out for the current one." };
}

/** A stem per master, numbered where two masters share one. */
std::vector<std::string> distinctStems (const std::vector<fs::path>& masters)
{
    std::vector<std::string> stems;
    std::set<std::string> taken;

    for (const auto& master : masters)
    {
        auto stem = master.stem().string();

        for (int number = 2; ! taken.insert (stem).second; ++number)
            stem = master.stem().string() + " " + std::to_string (number);

        stems.push_back (stem);
    }

    return stems;
}

/** The subject's name, with its id where another subject has the same name. */
std::string distinctName (const Subject& subject, const std::vector<Subject>& all)
{
    const auto namesakes = std::count_if (all.begin(), all.end(), [&] (const Subject& other) {
        return other.name() == subject.name();
    });

    return namesakes > 1 ? subject.name() + " [" + subject.id() + "]" : subject.name();
}

units::Result<void> refuseExisting (const OutputPaths& paths)
{
    std::error_code ignored;

    for (const auto& ofMaster : paths)
        for (const auto& path : ofMaster)
            if (fs::exists (path, ignored))
                return Problem { Problem::Kind::unwritableFile,
                                 path.string(),
                                 "this file exists already.",
                                 "Give --force to replace it, or -o another place." };

    return {};
}

/** --force replaces renders, never the music itself. */
units::Result<void> spareMasters (const OutputPaths& paths, const std::vector<fs::path>& masters)
{
    std::error_code ignored;

    for (const auto& ofMaster : paths)
        for (const auto& path : ofMaster)
            for (const auto& master : masters)
                if (fs::equivalent (path, master, ignored))
                    return Problem { Problem::Kind::unwritableFile,
                                     path.string(),
                                     "this is the master itself.",
                                     "Give -o another place." };

    return {};
}

} // namespace

units::Result<OutputPaths> outputPaths (const std::vector<fs::path>& masters,
                                        const std::vector<Subject>& subjects,
                                        const OutputWish& wish)
{
    OutputPaths paths;

    if (meansFolder (wish.place, masters.size() * subjects.size()))
    {
        if (auto made = makeFolder (wish.place); ! made)
            return made.problem();

        for (const auto& stem : distinctStems (masters))
        {
            auto& ofMaster = paths.emplace_back();

            for (const auto& subject : subjects)
                ofMaster.push_back (
                    wish.place
                    / fileNameSafe (stem + " (heard on " + distinctName (subject, subjects)
                                    + ", not a master)" + extensionOf (wish.encoding)));
        }
    }
    else
    {
        paths.push_back ({ wish.place });
    }

    if (auto spared = spareMasters (paths, masters); ! spared)
        return spared.problem();

    if (wish.overwrite == files::Overwrite::refuse)
        if (auto fresh = refuseExisting (paths); ! fresh)
            return fresh.problem();

    return paths;
}

units::Result<files::Encoding> encodingNamed (const std::string& word)
{
    if (word == "wavfloat")
        return files::Encoding::wavFloat;

    if (word == "wav24")
        return files::Encoding::wav24;

    if (word == "wav16")
        return files::Encoding::wav16;

    if (word == "flac")
        return files::Encoding::flac;

    return Problem { Problem::Kind::invalidValue,
                     "--format " + word,
                     "there is no such format.",
                     "Use wav16, wav24, wavfloat or flac." };
}

} // namespace cli
