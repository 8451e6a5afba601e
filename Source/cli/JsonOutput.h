// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Console.h"
#include "files/Json.h"
#include "units/Result.h"

#include <string>

namespace cli
{

/** To stdout when the place is "-", else to that file, replacing it. */
units::Result<void>
printJson (const files::Json& value, const std::string& place, Console& console);

} // namespace cli
