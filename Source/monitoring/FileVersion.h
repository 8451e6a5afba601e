// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/FileIdentity.h"
#include "files/PrivateCopy.h"

#include <memory>

namespace monitoring
{

/** A file with the content that it had at one time: the file itself, or a copy where it was kept. */
struct FileVersion
{
    std::filesystem::path file; ///< its name
    files::FileIdentity identity {};
    std::shared_ptr<const files::PrivateCopy> copy {};

    /** Where this content can be read. */
    std::filesystem::path place() const { return copy == nullptr ? file : copy->place(); }

    /** What the file is now. One that is missing has no identity, and is found out when it is read. */
    static FileVersion of (const std::filesystem::path& file)
    {
        return { file, files::identityOf (file).value_or (files::FileIdentity {}), nullptr };
    }

    bool operator== (const FileVersion&) const = default;
};

} // namespace monitoring
