// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace files
{

/** Float frames kept on disk between two passes over them. The file has no name: when the program
    ends, however it ends, nothing is left behind.
*/
class Spool
{
public:
    /** @param folder  where there is room: the folder of the output. */
    static units::Result<Spool> create (const std::filesystem::path& folder,
                                        std::size_t numChannels);

    Spool (Spool&& other) noexcept;
    Spool& operator= (Spool&& other) noexcept;
    ~Spool();

    std::size_t numChannels() const { return channelCount; }
    std::int64_t numFrames() const { return framesWritten; }

    /** Appends the block. A full disk is a Problem that names the folder. */
    units::Result<void> write (dsp::ConstAudioBlock block);

    /** Reads on from the start of the last rewind. @returns frames read: fewer only at the end. */
    units::Result<std::size_t> read (dsp::AudioBlock into);

    void rewind() { framesRead = 0; }

private:
    Spool (int descriptor, std::filesystem::path folder, std::size_t numChannels);

    units::Problem troubleHere (const char* act) const;

    int file = -1;
    std::filesystem::path place;
    std::size_t channelCount = 0;
    std::int64_t framesWritten = 0;
    std::int64_t framesRead = 0;
    std::vector<float> interleaved;
};

} // namespace files
