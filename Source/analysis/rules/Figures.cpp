// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Figures.h"

#include <cmath>
#include <sstream>

namespace analysis::figures
{

std::string tenths (double value)
{
    std::ostringstream text;
    text << std::round (10.0 * value) / 10.0 + 0.0; // no negative zero
    return text.str();
}

std::string signedTenths (double value)
{
    const auto text = tenths (value);
    return text.front() == '-' || text == "0" ? text : "+" + text;
}

} // namespace analysis::figures
