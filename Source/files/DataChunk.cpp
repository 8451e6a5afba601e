// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/DataChunk.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <string>
#include <string_view>

namespace files
{

namespace
{

/** How a family of formats writes its chunks. */
struct Layout
{
    std::string_view magic;
    std::size_t firstChunk;  ///< bytes before it
    std::size_t idBytes;     ///< of which the first four are letters
    std::size_t sizeBytes;   ///< 4 or 8
    std::uint64_t alignment; ///< chunks begin at multiples of this
    std::endian byteOrder;
    bool sizeIncludesHeader;
    std::string_view audioId;
};

constexpr std::array<Layout, 5> layouts { {
    { "RIFF", 12, 4, 4, 2, std::endian::little, false, "data" },
    { "RIFX", 12, 4, 4, 2, std::endian::big, false, "data" },
    { "RF64", 12, 4, 4, 2, std::endian::little, false, "data" },
    { "FORM", 12, 4, 4, 2, std::endian::big, false, "SSND" },
    { "riff", 40, 16, 8, 8, std::endian::little, true, "data" }, // Sony Wave64
} };

/** What ffmpeg and sox write in place of a length that they do not know. */
constexpr std::array<std::uint64_t, 2> unknownLengths { 0xFFFFFFFFu, 0x7FFFF000u };

class ChunkReader
{
public:
    explicit ChunkReader (const std::filesystem::path& file) : stream (file, std::ios::binary)
    {
        std::error_code error;
        const auto size = std::filesystem::file_size (file, error);
        length = error ? 0 : size;
    }

    std::optional<DataChunk> find()
    {
        const auto magic = text (0, 4);

        for (const auto& layout : layouts)
            if (magic == layout.magic)
                return walk (layout);

        return std::nullopt;
    }

private:
    std::optional<DataChunk> walk (const Layout& layout)
    {
        const auto header = layout.idBytes + layout.sizeBytes;
        std::uint64_t largeDataSize = 0;

        for (std::uint64_t at = layout.firstChunk; at + header <= length;)
        {
            const auto id = text (at, 4);
            auto size = number (at + layout.idBytes, layout.sizeBytes, layout.byteOrder);

            if (layout.sizeIncludesHeader)
                size -= std::min<std::uint64_t> (size, header);

            if (id == "ds64") // RF64 (EBU Tech 3306): RIFF size, then data size
                largeDataSize = number (at + header + 8, 8, std::endian::little);

            if (id == layout.audioId)
                return audio (size, largeDataSize, length - at - header);

            if (size > length - at - header)
                return std::nullopt;

            at += header + size;
            at += (layout.alignment - at % layout.alignment) % layout.alignment;
        }

        return std::nullopt;
    }

    static std::optional<DataChunk>
    audio (std::uint64_t promised, std::uint64_t largeDataSize, std::uint64_t there)
    {
        if (promised == 0xFFFFFFFFu && largeDataSize > 0)
            return DataChunk { largeDataSize, there };

        if (std::find (unknownLengths.begin(), unknownLengths.end(), promised)
            != unknownLengths.end())
            return std::nullopt;

        return DataChunk { promised, there };
    }

    std::string text (std::uint64_t at, std::size_t count)
    {
        std::string bytes (count, '\0');
        stream.clear();
        stream.seekg (static_cast<std::streamoff> (at));
        stream.read (bytes.data(), static_cast<std::streamsize> (count));
        return bytes;
    }

    std::uint64_t number (std::uint64_t at, std::size_t count, std::endian order)
    {
        auto bytes = text (at, count);
        std::uint64_t value = 0;

        if (order == std::endian::little)
            std::reverse (bytes.begin(), bytes.end());

        for (const char byte : bytes)
            value = value << 8u | static_cast<unsigned char> (byte);

        return value;
    }

    std::ifstream stream;
    std::uint64_t length = 0;
};

} // namespace

std::optional<DataChunk> findDataChunk (const std::filesystem::path& file)
{
    return ChunkReader (file).find();
}

} // namespace files
