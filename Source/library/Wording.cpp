// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Wording.h"

#include <cmath>
#include <sstream>

namespace library
{

std::string plainNumber (double value)
{
    std::ostringstream text;
    text.precision (12);
    text << std::round (value * 10.0) / 10.0;
    return text.str();
}

std::string plainHertz (double hertz)
{
    return hertz < 1000.0 ? plainNumber (std::round (hertz)) + " Hz"
                          : plainNumber (hertz / 1000.0) + " kHz";
}

} // namespace library
