// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

#include <span>

namespace analysis
{

/** All rules, in the order of their ids. */
std::span<const Rule> allRules();

} // namespace analysis
