// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Subjects.h"

namespace CLI // NOLINT(readability-identifier-naming): a library's own name
{
class App;
}

namespace cli
{

/** --listen, --headphones, --leave-treble, --head and --environment, the same for every command that renders. */
void addListenerFlags (CLI::App& command, ListenerOptions& options);

} // namespace cli
