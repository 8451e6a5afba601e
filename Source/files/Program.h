// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace files
{

/** How long a program may run. */
struct Patience
{
    double seconds = 60.0;
    std::function<bool()> goOn = [] { return true; }; ///< asked some times a second
};

/** Runs a program that is found on the PATH, without a shell: gives it these bytes on its standard input and returns
    what it writes on its standard output. What it says on its standard error is dropped. A Problem: it is not
    there (missingFile), fails, or is ended because patience was. Blocks; for worker threads.

    @param arguments  the program's name first
*/
units::Result<std::string> throughProgram (const std::vector<std::string>& arguments,
                                           std::string_view input,
                                           const Patience& patience);

} // namespace files
