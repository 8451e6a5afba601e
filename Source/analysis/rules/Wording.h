// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace analysis
{

std::string percent (double share);  ///< "62 %"
std::string decibels (double db);    ///< "4.5 dB"
std::string seconds (double length); ///< "12 s"
std::string hertz (double hz);       ///< "220 Hz", "3.2 kHz"
std::string ordinal (int rank);      ///< "1st", "2nd", "3rd", "4th"

} // namespace analysis
