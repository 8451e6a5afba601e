// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace files
{

/** The bytes of a file as they were, whatever becomes of it: a copy without a name, on disk. When the
    program ends, however it ends, nothing is left behind. Never changed once made.
*/
class PrivateCopy
{
public:
    struct Limits
    {
        std::uintmax_t mostBytes = std::uintmax_t { 2 } << 30u;
        std::uintmax_t bytesLeftFree = std::uintmax_t { 1 } << 30u; ///< for others, on that disk
    };

    /** Where copies are usually put: $TMPDIR, else /var/tmp, which is on a disk where /tmp may be in
        memory. */
    static std::filesystem::path usualFolder();

    /** @param folder   where there is room
        @param isGoingOn  asked now and then; false breaks it off
        @returns a Problem as well when the file changes meanwhile: that is a copy of nothing. */
    static units::Result<PrivateCopy> of (const std::filesystem::path& file,
                                          const std::filesystem::path& folder,
                                          const Limits& limits,
                                          const std::function<bool()>& isGoingOn);

    PrivateCopy (PrivateCopy&& other) noexcept;
    PrivateCopy& operator= (PrivateCopy&& other) noexcept;
    ~PrivateCopy();

    /** Any reader of files opens it there, as long as this lives. */
    std::filesystem::path place() const;

private:
    explicit PrivateCopy (int descriptor) : file (descriptor) {}

    int file = -1;
};

} // namespace files
