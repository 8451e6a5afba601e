// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/PrivateCopy.h"

#include "files/FileIdentity.h"
#include "files/NamelessFile.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace files
{

namespace
{

using units::Problem;

constexpr std::size_t bytesAtOnce = std::size_t { 8 } << 20u;

/** Closes itself. */
class Descriptor
{
public:
    explicit Descriptor (int number) : file (number) {}
    Descriptor (const Descriptor&) = delete;
    Descriptor& operator= (const Descriptor&) = delete;

    ~Descriptor()
    {
        if (file >= 0)
            ::close (file);
    }

    int number() const { return file; }
    int release() { return std::exchange (file, -1); }

private:
    int file;
};

Problem noCopy (const std::filesystem::path& file, std::string why, std::string cure)
{
    return { Problem::Kind::unwritableFile,
             file.string(),
             "it is not kept for later comparison: " + std::move (why),
             std::move (cure) };
}

Problem noCopy (const std::filesystem::path& file, int reason)
{
    return noCopy (file,
                   std::generic_category().message (reason) + ".",
                   "Free some space on the disk of temporary files.");
}

units::Result<void> checkRoom (const std::filesystem::path& file,
                               const std::filesystem::path& folder,
                               std::uintmax_t bytes,
                               const PrivateCopy::Limits& limits)
{
    if (bytes > limits.mostBytes)
        return noCopy (file,
                       "it has more than " + std::to_string (limits.mostBytes >> 20u) + " MiB.",
                       "A shorter excerpt would be.");

    std::error_code error;
    const auto space = std::filesystem::space (folder, error);

    if (error || space.available < bytes || space.available - bytes < limits.bytesLeftFree)
        return noCopy (
            file, "there is too little room in " + folder.string() + ".", "Free some space there.");

    return {};
}

/** @returns 0, or why not. On file systems that can, nothing is copied but references to blocks. */
int copyAll (int from, int to, std::int64_t bytes, const std::function<bool()>& isGoingOn)
{
    for (std::int64_t done = 0; done < bytes;)
    {
        if (! isGoingOn())
            return ECANCELED;

        const auto moved = ::copy_file_range (from, nullptr, to, nullptr, bytesAtOnce, 0);

        if (moved < 0 && errno == EINTR)
            continue;

        if (moved < 0)
            return errno;

        if (moved == 0)
            return EIO; // it has become shorter

        done += moved;
    }

    return 0;
}

} // namespace

std::filesystem::path PrivateCopy::usualFolder()
{
    std::error_code error;
    std::filesystem::path onDisk { "/var/tmp" };
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody here sets it
    const bool isChosen = std::getenv ("TMPDIR") != nullptr;

    if (! isChosen && std::filesystem::is_directory (onDisk, error))
        return onDisk;

    return std::filesystem::temp_directory_path (error);
}

units::Result<PrivateCopy> PrivateCopy::of (const std::filesystem::path& file,
                                            const std::filesystem::path& folder,
                                            const Limits& limits,
                                            const std::function<bool()>& isGoingOn)
{
    const auto before = identityOf (file);
    const Descriptor from { ::open (file.c_str(), O_RDONLY | O_CLOEXEC) };

    if (! before || from.number() < 0)
        return noCopy (file, errno);

    if (auto room = checkRoom (file, folder, static_cast<std::uintmax_t> (before->bytes), limits);
        ! room)
        return room.problem();

    Descriptor to { openNamelessFile (folder) };

    if (to.number() < 0)
        return noCopy (file, errno);

    if (const int failure = copyAll (from.number(), to.number(), before->bytes, isGoingOn);
        failure != 0)
        return noCopy (file, failure);

    if (identityOf (file) != before)
        return noCopy (file, "it is being written.", "It will be tried again.");

    return PrivateCopy { to.release() };
}

PrivateCopy::PrivateCopy (PrivateCopy&& other) noexcept : file (std::exchange (other.file, -1)) {}

PrivateCopy& PrivateCopy::operator= (PrivateCopy&& other) noexcept
{
    std::swap (file, other.file);
    return *this;
}

PrivateCopy::~PrivateCopy()
{
    if (file >= 0)
        ::close (file);
}

std::filesystem::path PrivateCopy::place() const
{
    return "/proc/self/fd/" + std::to_string (file);
}

} // namespace files
