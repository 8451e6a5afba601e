// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Spool.h"

#include "files/NamelessFile.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace files
{

namespace
{

/** Calls transfer (address, count, offset) until all bytes have moved. */
template <typename Byte, typename Transfer>
bool moveAll (Byte* bytes, std::size_t count, std::int64_t offset, Transfer transfer)
{
    while (count > 0)
    {
        const auto moved = transfer (bytes, count, offset);

        if (moved < 0 && errno == EINTR)
            continue;

        if (moved <= 0)
            return false;

        bytes += moved;
        offset += moved;
        count -= static_cast<std::size_t> (moved);
    }

    return true;
}

} // namespace

units::Result<Spool> Spool::create (const std::filesystem::path& folder, std::size_t numChannels)
{
    const auto place = folder.empty() ? std::filesystem::path { "." } : folder;
    const int file = openNamelessFile (place);

    if (file < 0)
        return units::Problem { units::Problem::Kind::unwritableFile,
                                place.string(),
                                "no file can be made there ("
                                    + std::generic_category().message (errno) + ").",
                                "Choose another folder with -o." };

    return Spool { file, place, numChannels };
}

Spool::Spool (int descriptor, std::filesystem::path folder, std::size_t numChannels)
    : file (descriptor),
      place (std::move (folder)),
      channelCount (numChannels)
{}

Spool::Spool (Spool&& other) noexcept
    : file (std::exchange (other.file, -1)),
      place (std::move (other.place)),
      channelCount (other.channelCount),
      framesWritten (other.framesWritten),
      framesRead (other.framesRead),
      interleaved (std::move (other.interleaved))
{}

Spool& Spool::operator= (Spool&& other) noexcept
{
    std::swap (file, other.file);
    std::swap (place, other.place);
    std::swap (interleaved, other.interleaved);
    channelCount = other.channelCount;
    framesWritten = other.framesWritten;
    framesRead = other.framesRead;
    return *this;
}

Spool::~Spool()
{
    if (file >= 0)
        ::close (file);
}

units::Problem Spool::troubleHere (const char* act) const
{
    return { units::Problem::Kind::unwritableFile,
             place.string(),
             std::string ("the work file there could not be ") + act + " ("
                 + std::generic_category().message (errno) + ").",
             "Free some space, or choose another folder with -o." };
}

units::Result<void> Spool::write (dsp::ConstAudioBlock block)
{
    const auto frames = block.numFrames();
    interleaved.resize (frames * channelCount);

    for (std::size_t c = 0; c < channelCount; ++c)
        for (std::size_t i = 0; i < frames; ++i)
            interleaved[i * channelCount + c] = block.channel (c)[i];

    const auto frameBytes = static_cast<std::int64_t> (channelCount * sizeof (float));
    const auto done = moveAll (reinterpret_cast<const char*> (interleaved.data()),
                               interleaved.size() * sizeof (float),
                               framesWritten * frameBytes,
                               [this] (const char* bytes, std::size_t count, std::int64_t offset) {
                                   return ::pwrite (file, bytes, count, offset);
                               });

    if (! done)
        return troubleHere ("written");

    framesWritten += static_cast<std::int64_t> (frames);
    return {};
}

units::Result<std::size_t> Spool::read (dsp::AudioBlock into)
{
    const auto left = static_cast<std::size_t> (framesWritten - framesRead);
    const auto frames = std::min (into.numFrames(), left);
    interleaved.resize (frames * channelCount);

    const auto frameBytes = static_cast<std::int64_t> (channelCount * sizeof (float));
    const auto done = moveAll (reinterpret_cast<char*> (interleaved.data()),
                               interleaved.size() * sizeof (float),
                               framesRead * frameBytes,
                               [this] (char* bytes, std::size_t count, std::int64_t offset) {
                                   return ::pread (file, bytes, count, offset);
                               });

    if (! done)
        return troubleHere ("read");

    for (std::size_t c = 0; c < channelCount; ++c)
        for (std::size_t i = 0; i < frames; ++i)
            into.channel (c)[i] = interleaved[i * channelCount + c];

    framesRead += static_cast<std::int64_t> (frames);
    return frames;
}

} // namespace files
