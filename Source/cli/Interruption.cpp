// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interruption.h"

#include <csignal>

namespace cli
{

namespace
{
// The one variable a signal handler may touch; it belongs to the process, as the signal does.
volatile std::sig_atomic_t caught = 0;

extern "C" void rememberSignal (int signal)
{
    caught = 1;
    std::signal (signal, SIG_DFL);
}
} // namespace

void catchInterruptions()
{
    std::signal (SIGINT, rememberSignal);
    std::signal (SIGTERM, rememberSignal);
}

bool wasInterrupted() { return caught != 0; }

} // namespace cli
