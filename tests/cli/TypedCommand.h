// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"

#include <sstream>
#include <string>
#include <vector>

namespace cli
{

struct Outcome
{
    int exitCode;
    std::string out;
    std::string err;
};

/** `elsewhere ARGUMENTS…` as it is typed, from words to what it prints. */
inline Outcome elsewhere (const std::vector<std::string>& arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    Console console { out, err };
    const int exitCode = run (arguments, console);
    return { exitCode, out.str(), err.str() };
}

} // namespace cli
