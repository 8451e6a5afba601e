// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Audition.h"
#include "files/Json.h"

#include <string>

namespace cli
{

/** The report for a person: a table per master, the safety gain, and what must be known. */
std::string auditionText (const AuditionReport& report, std::size_t columns);

/** The report for a script; null where silence has no number. */
files::Json auditionJson (const AuditionReport& report);

} // namespace cli
