// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Subjects.h"

#include <vector>

namespace cli
{

/** Untouched, Neutral, and one device of each kind the library has: the one a newcomer is most likely
    to own, else the figure of its class, else the first. */
std::vector<Subject> tourStops (const library::Catalogue& catalogue);

} // namespace cli
