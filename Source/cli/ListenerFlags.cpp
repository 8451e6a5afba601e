// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ListenerFlags.h"

#include <CLI/CLI.hpp>

namespace cli
{

void addListenerFlags (CLI::App& command, ListenerOptions& options)
{
    command.add_option (
        "--listen", options.listen, "headphones, loudspeakers or microphone [headphones]");
    command.add_option ("--headphones",
                        options.headphones,
                        "What you wear: an id, or none [Harman over-ear 2018 is assumed]");
    command.add_flag ("--leave-treble",
                      options.leavesTreble,
                      "Correct your headphones up to 8 kHz only [10 kHz]");
    command.add_option ("--head", options.head, "A SOFA file of head-related responses")
        ->type_name ("FILE.sofa");
    command.add_option ("--environment",
                        options.environment,
                        "A room, a cabin or a noise, or none [the device's usual one]");
}

} // namespace cli
