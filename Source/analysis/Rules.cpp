// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Rules.h"

#include "analysis/rules/BassDisappears.h"
#include "analysis/rules/BoomyBass.h"
#include "analysis/rules/Harsh.h"
#include "analysis/rules/QuietPartsMasked.h"
#include "analysis/rules/StereoCollapse.h"
#include "analysis/rules/TonalOutlier.h"

#include <array>

namespace analysis
{

namespace
{

constexpr std::array rules {
    Rule { RuleId::bassDisappears, Scope::device, bassDisappears },
    Rule { RuleId::boomyBass, Scope::device, boomyBass },
    Rule { RuleId::quietPartsMasked, Scope::device, quietPartsMasked },
    Rule { RuleId::harsh, Scope::device, harsh },
    Rule { RuleId::tonalOutlier, Scope::device, tonalOutlier },
    Rule { RuleId::stereoCollapse, Scope::device, stereoCollapse },
};

} // namespace

std::span<const Rule> allRules() { return rules; }

} // namespace analysis
