// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace support
{

/** The bytes of a 32-bit float WAV, written without any library, so that it can be wrong on purpose. */
inline std::string
floatWavBytes (const std::vector<float>& interleaved, unsigned numChannels, unsigned rateHz)
{
    std::string bytes;
    const auto put = [&bytes] (std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes += static_cast<char> ((value >> (8 * i)) & 0xFFu);
    };
    const auto dataBytes = static_cast<std::uint32_t> (interleaved.size() * 4);

    bytes += "RIFF";
    put (36 + dataBytes, 4);
    bytes += "WAVEfmt ";
    put (16, 4);
    put (3, 2); // IEEE float
    put (numChannels, 2);
    put (rateHz, 4);
    put (rateHz * numChannels * 4, 4);
    put (numChannels * 4, 2);
    put (32, 2);
    bytes += "data";
    put (dataBytes, 4);

    for (const float sample : interleaved)
        put (std::bit_cast<std::uint32_t> (sample), 4);

    return bytes;
}

} // namespace support
