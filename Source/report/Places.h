// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"

#include <span>
#include <string>

namespace report
{

/** Where something happens, as one says it: "on phones and AirPods Pro 2, and in the sedan at 80 km/h".
    All devices of a kind are called by their kind, all columns of the report "everywhere".
    @param columns  ids of columns of the report; "*" and nothing give "". */
std::string placesOf (std::span<const std::string> columns,
                      const analysis::TranslationReport& report);

} // namespace report
