// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Rules.h"

#include "analysis/rules/BassDisappears.h"
#include "analysis/rules/BoomyBass.h"
#include "analysis/rules/QuietPartsMasked.h"

#include <array>

namespace analysis
{

namespace
{

constexpr std::array rules {
    Rule { RuleId::bassDisappears, Scope::device, bassDisappears },
    Rule { RuleId::boomyBass, Scope::device, boomyBass },
    Rule { RuleId::quietPartsMasked, Scope::device, quietPartsMasked },
};

} // namespace

std::span<const Rule> allRules() { return rules; }

} // namespace analysis
