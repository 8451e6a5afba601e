// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace library
{

/** At most one decimal: "46.9", "-3". */
std::string plainNumber (double value);

/** "200 Hz", "1.2 kHz", "14 kHz". */
std::string plainHertz (double hertz);

} // namespace library
