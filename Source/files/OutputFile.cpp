// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OutputFile.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace files
{

namespace fs = std::filesystem;
using units::Problem;

namespace
{

Problem unwritable (const fs::path& file, std::string what, std::string cure)
{
    return { Problem::Kind::unwritableFile, file.string(), std::move (what), std::move (cure) };
}

Problem failed (const fs::path& file, const std::string& act, int reason)
{
    const auto cause = act + ": " + std::generic_category().message (reason) + ".";

    if (reason == ENOSPC || reason == EDQUOT)
        return unwritable (file, cause, "Free some space, or write to another disk.");

    return unwritable (file, cause, "Write to a folder of your own with -o.");
}

Problem alreadyThere (const fs::path& file)
{
    return unwritable (file,
                       "This file exists already and is not overwritten.",
                       "Choose another name, or add --force.");
}

fs::path folderOf (const fs::path& target)
{
    return target.has_parent_path() ? target.parent_path() : fs::path (".");
}

units::Result<void> checkTarget (const fs::path& target, Overwrite overwrite)
{
    std::error_code error;
    const auto status = fs::status (target, error);

    if (! target.has_filename() || fs::is_directory (status))
        return unwritable (target, "This is a folder.", "Name a file inside it.");

    if (! fs::exists (status))
        return {};

    if (! fs::is_regular_file (status))
        return unwritable (target, "This is a device or a pipe, not a file.", "Name a file.");

    if (overwrite == Overwrite::refuse)
        return alreadyThere (target);

    return {};
}

units::Result<void> checkFolder (const fs::path& target)
{
    std::error_code error;
    const auto status = fs::status (folderOf (target), error);

    if (! fs::exists (status))
        return unwritable (target,
                           "There is no folder " + folderOf (target).string() + ".",
                           "Make it first (mkdir -p), or write somewhere else.");

    if (! fs::is_directory (status))
        return unwritable (
            target, folderOf (target).string() + " is not a folder.", "Write somewhere else.");

    return {};
}

/** A hidden name that nobody has: 64 random bits. */
fs::path newNameBeside (const fs::path& target)
{
    constexpr std::string_view hex = "0123456789abcdef";
    std::random_device random;
    std::string name = ".elsewhere-";

    for (int i = 0; i < 16; ++i)
        name += hex[random() & 15u];

    return folderOf (target) / (name + ".partial");
}

/** 0, or why the file could not be made. */
int makeEmpty (const fs::path& file)
{
    // The permissions that any new file gets here; the process's umask narrows them.
    const int descriptor = ::open (file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

    if (descriptor < 0)
        return errno;

    return ::close (descriptor) == 0 ? 0 : errno;
}

/** A disk may find only now that it is full. 0, or why the bytes did not arrive. */
int flushToDisk (const fs::path& file)
{
    const int descriptor = ::open (file.c_str(), O_RDONLY | O_CLOEXEC);

    if (descriptor < 0)
        return errno;

    const int reason = ::fsync (descriptor) == 0 ? 0 : errno;
    ::close (descriptor);
    return reason == EINVAL ? 0 : reason; // a file system without fsync
}

} // namespace

units::Result<OutputFile> OutputFile::create (fs::path target, Overwrite overwrite)
{
    std::error_code error;

    // A link is written through, as every other program does; renaming would replace it.
    if (fs::is_symlink (target, error))
        if (auto real = fs::weakly_canonical (target, error); ! error)
            target = std::move (real);

    if (auto fine = checkTarget (target, overwrite); ! fine)
        return fine.problem();

    if (auto fine = checkFolder (target); ! fine)
        return fine.problem();

    auto work = newNameBeside (target);

    if (const int reason = makeEmpty (work); reason != 0)
        return failed (target, "Nothing can be written to this folder", reason);

    return OutputFile (std::move (target), std::move (work), overwrite);
}

OutputFile::OutputFile (fs::path target, fs::path work, Overwrite replace)
    : finalPath (std::move (target)),
      workPath (std::move (work)),
      overwrite (replace)
{}

OutputFile::OutputFile (OutputFile&& other) noexcept
    : finalPath (std::move (other.finalPath)),
      workPath (std::exchange (other.workPath, {})),
      overwrite (other.overwrite)
{}

OutputFile& OutputFile::operator= (OutputFile&& other) noexcept
{
    std::swap (finalPath, other.finalPath);
    std::swap (workPath, other.workPath);
    std::swap (overwrite, other.overwrite);
    return *this;
}

OutputFile::~OutputFile()
{
    if (! workPath.empty())
    {
        std::error_code ignored;
        fs::remove (workPath, ignored);
    }
}

units::Result<void> OutputFile::commit()
{
    if (const int reason = flushToDisk (workPath); reason != 0)
        return failed (finalPath, "The file could not be completed", reason);

    std::error_code error;

    // Somebody may have made it while we were writing.
    if (overwrite == Overwrite::refuse && fs::exists (finalPath, error))
        return alreadyThere (finalPath);

    fs::rename (workPath, finalPath, error);

    if (error)
        return failed (finalPath, "The file could not be given its name", error.value());

    workPath.clear();
    return {};
}

units::Result<void> writeText (OutputFile file, std::string_view text)
{
    std::ofstream stream (file.temporaryPath(), std::ios::binary);
    stream.write (text.data(), static_cast<std::streamsize> (text.size()));
    stream.close();

    if (! stream)
        return failed (file.target(), "The text could not be written", errno);

    return file.commit();
}

units::Result<void> writeText (const fs::path& target, std::string_view text, Overwrite overwrite)
{
    auto file = OutputFile::create (target, overwrite);
    return file ? writeText (std::move (*file), text) : units::Result<void> { file.problem() };
}

} // namespace files
