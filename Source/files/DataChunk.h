// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace files
{

/** How many bytes of audio a file's header promises, and how many follow. */
struct DataChunk
{
    std::uint64_t promisedBytes;
    std::uint64_t bytesThere;

    bool breaksOff() const { return promisedBytes > bytesThere; }
};

/** The audio chunk of WAV, RF64, AIFF and W64. Nothing for other formats, for a file that cannot be
    followed, and for one written to a pipe, whose length its writer could not know. */
std::optional<DataChunk> findDataChunk (const std::filesystem::path& file);

} // namespace files
