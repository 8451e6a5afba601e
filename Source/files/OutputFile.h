// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <filesystem>
#include <string_view>

namespace files
{

enum class Overwrite
{
    refuse,
    allow
};

/** A file written beside its name and renamed when complete: an interrupted run leaves no half
    file. Whoever writes does so at temporaryPath(); destroying it uncommitted removes that.
*/
class OutputFile
{
public:
    /** Refuses a directory, a missing or unwritable folder, and an existing file unless allowed. */
    static units::Result<OutputFile> create (std::filesystem::path target, Overwrite overwrite);

    OutputFile (OutputFile&&) noexcept;
    OutputFile& operator= (OutputFile&&) noexcept;
    ~OutputFile();

    const std::filesystem::path& target() const { return finalPath; }
    const std::filesystem::path& temporaryPath() const { return workPath; }

    /** Gives the file its name. */
    units::Result<void> commit();

private:
    OutputFile (std::filesystem::path target, std::filesystem::path work, Overwrite replace);

    std::filesystem::path finalPath;
    std::filesystem::path workPath; ///< empty once committed or moved from
    Overwrite overwrite;
};

/** The whole text at once, and gives the file its name. */
units::Result<void> writeText (OutputFile file, std::string_view text);

/** The same where nothing was made ready. */
units::Result<void>
writeText (const std::filesystem::path& target, std::string_view text, Overwrite overwrite);

} // namespace files
