// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/Wording.h"

#include <cmath>
#include <sstream>

namespace analysis
{

namespace
{

/** Rounded to a multiple of a step. */
std::string number (double value, double step)
{
    std::ostringstream text;
    text << std::round (value / step) * step;
    return text.str();
}

} // namespace

std::string percent (double share) { return number (100.0 * share, 1.0) + " %"; }
std::string decibels (double db) { return number (db, 0.5) + " dB"; }
std::string seconds (double length) { return number (length, 1.0) + " s"; }

std::string hertz (double hz)
{
    return hz < 1000.0 ? number (hz, hz < 200.0 ? 1.0 : 10.0) + " Hz"
                       : number (hz / 1000.0, 0.1) + " kHz";
}

std::string ordinal (int rank)
{
    const bool isTeen = rank % 100 >= 11 && rank % 100 <= 13;
    const int last = isTeen ? 0 : rank % 10;
    return std::to_string (rank) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

} // namespace analysis
