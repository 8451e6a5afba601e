// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/SharedVectors.h"

#include "files/AudioFile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

namespace conformance
{

std::optional<std::filesystem::path> sharedVectors()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the tests have one thread here
    const char* const named = std::getenv ("ELSEWHERE_SHARED");
    const auto shared = named != nullptr
                            ? std::filesystem::path { named }
                            : std::filesystem::path { ELSEWHERE_SOURCE_DIR } / "../shared";
    const auto vectors = shared / "vectors";
    return std::filesystem::is_directory (vectors) ? std::optional { vectors } : std::nullopt;
}

Recording beginningOf (const std::filesystem::path& file, double seconds)
{
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
    {
        ADD_FAILURE() << reader.problem().sentence();
        return {};
    }

    const auto rate = reader->rate();
    dsp::AudioBuffer sound { reader->numChannels(),
                             std::min (static_cast<std::size_t> (reader->numFrames()),
                                       rate.framesIn ({ seconds })) };
    const auto read = reader->read (sound.block());
    EXPECT_TRUE (read && *read == sound.numFrames()) << file;
    return { std::move (sound), rate };
}

dsp::AudioBuffer wholeFile (const std::filesystem::path& file)
{
    constexpr double longerThanAny = 1e6;
    return beginningOf (file, longerThanAny).sound;
}

std::vector<double> secondColumn (const std::filesystem::path& table)
{
    std::ifstream in { table };
    std::vector<double> column;
    std::string line;

    for (std::getline (in, line); std::getline (in, line);)
        column.push_back (std::stod (line.substr (line.find (',') + 1)));

    return column;
}

} // namespace conformance
