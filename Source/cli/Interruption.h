// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli
{

/** Catches the first Ctrl-C (and SIGTERM), so that work can stop and tidy up; a second one ends the
    program at once. */
void catchInterruptions();

bool wasInterrupted();

} // namespace cli
