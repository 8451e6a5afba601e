// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Console.h"

#include <string>
#include <vector>

namespace cli
{

/** Everything between main() and the rooms.

    @param arguments  without the program's name
    @returns          the exit code
*/
int run (const std::vector<std::string>& arguments, Console& console);

} // namespace cli
