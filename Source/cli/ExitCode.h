// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli
{

/** What scripts rely on: docs/data-formats.md. */
enum ExitCode : int
{
    done = 0,
    findingsAtOrAbove = 1,
    wrongUsage = 2,
    unusableInput = 3,
    interrupted = 130
};

} // namespace cli
