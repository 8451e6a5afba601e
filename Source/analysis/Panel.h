// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Column.h"
#include "library/Catalogue.h"

#include <string>
#include <vector>

namespace analysis
{

/** A device where it is usually heard, in quiet. */
Column columnOf (const library::DeviceProfile& device);

struct Panel
{
    std::vector<Column> columns;
    std::vector<std::string> notes; ///< which devices this library does not have
};

/** What a master is checked on unless something else is asked for: sixteen devices, and the car at 80 km/h and
    a train with open earbuds behind them. */
Panel usualPanel (const library::Catalogue& catalogue);

} // namespace analysis
