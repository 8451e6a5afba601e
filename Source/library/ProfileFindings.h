// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Problem.h"

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

namespace library
{

/** To one decimal, as people read it. */
inline std::string decimal (double value)
{
    std::ostringstream text;
    text << std::round (value * 10.0) / 10.0;
    return text.str();
}

/** Problems of one profile, as they are found. */
struct ProfileFindings
{
    const std::string& file;
    std::vector<units::Problem> problems;

    void expect (bool isFine, const std::string& pointer, std::string what, std::string cure)
    {
        if (! isFine)
            problems.push_back ({ units::Problem::Kind::invalidValue,
                                  file + ": " + pointer,
                                  std::move (what),
                                  std::move (cure) });
    }
};

} // namespace library
