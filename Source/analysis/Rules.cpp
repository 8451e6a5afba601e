// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Rules.h"

namespace analysis
{

std::span<const Rule> allRules()
{
    // Each rule is a file of its own in rules/.
    return {};
}

} // namespace analysis
