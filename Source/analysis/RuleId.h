// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace analysis
{

/** The questions that are asked of a master. Their ids are stable for ever; reports list findings in
    this order. */
enum class RuleId
{
    truePeak,
    codecOvers,
    serviceGain,
    dynamics,
    monoLoss,
    antiPhase,
    channelBalance,
    fileFaults,
    bassDisappears,
    boomyBass,
    voiceBuried,
    quietPartsMasked,
    harsh,
    tonalOutlier,
    speakerOverload,
    stereoCollapse
};

std::span<const RuleId> allRuleIds();
std::string_view ruleName (RuleId rule);     ///< "mono-loss"
std::string_view ruleQuestion (RuleId rule); ///< "Does anything vanish on one speaker?"
std::string_view ruleHeading (RuleId rule);  ///< "Mono", for the head of a column
std::optional<RuleId> ruleNamed (std::string_view name);

} // namespace analysis
