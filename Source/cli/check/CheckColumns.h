// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Panel.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace cli
{

/** @param ids  device ids, "all", "panel", and ids with the noise of a place behind an @:
                "sedan-2002-front@car-80-kmh". None: the usual panel. */
units::Result<analysis::Panel> checkColumns (const std::vector<std::string>& ids,
                                             const library::Catalogue& catalogue);

} // namespace cli
