// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Notices.h"

#include <filesystem>
#include <future>

namespace app
{

/** The demo song, for whoever has no master at hand: composed when it is first asked for, on a thread of
    its own, and kept in the cache. */
class Demo
{
public:
    Demo (Notices& notices, const std::filesystem::path& cache);

    void ask();

    /** @returns the file that was asked for, once. Empty: not yet. */
    std::filesystem::path take();

    bool isBeingComposed() const { return composing.valid(); }

private:
    Notices& notices;
    std::filesystem::path file;
    std::future<units::Result<void>> composing; ///< its end waits for the thread
};

} // namespace app
