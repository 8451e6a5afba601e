// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"
#include "cli/Interruption.h"

#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace
{

std::size_t terminalColumns()
{
    winsize size {};

    if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 40)
        return 80;

    return size.ws_col;
}

} // namespace

int main (int count, char** values)
{
    cli::catchInterruptions();

    cli::Console console { std::cout, std::cerr };
    console.outIsTerminal = isatty (STDOUT_FILENO) != 0;
    console.errIsTerminal = isatty (STDERR_FILENO) != 0;
    console.columns = terminalColumns();

    return cli::run ({ values + 1, values + count }, console);
}
