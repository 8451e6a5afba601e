// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Rules.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace analysis
{
namespace
{

TEST (Rules, everyQuestionIsAskedInTheOrderOfTheIds)
{
    std::vector<RuleId> asked;

    for (const auto& rule : allRules())
        asked.push_back (rule.id);

    EXPECT_THAT (asked, testing::ElementsAreArray (allRuleIds()));
}

Severity worstOf (RuleId id)
{
    const auto rules = allRules();
    return std::ranges::find (rules, id, &Rule::id)->worst;
}

// docs/measured: what misses its target, or was not shown to keep to it, only notes.
TEST (Rules, sayNoMoreThanTheirFiguresBearOut)
{
    for (const auto id : { RuleId::dynamics,
                           RuleId::bassDisappears,
                           RuleId::boomyBass,
                           RuleId::voiceBuried,
                           RuleId::quietPartsMasked })
        EXPECT_EQ (worstOf (id), Severity::note) << ruleName (id);

    EXPECT_EQ (worstOf (RuleId::speakerOverload), Severity::warn);
}

// docs/measured/flags-on-devices.md: no rule that speaks of the ear has reached its target yet.
TEST (Rules, whatTheEarIsAskedForNeverFails)
{
    for (const auto& rule : allRules())
    {
        if (rule.scope == Scope::device)
        {
            EXPECT_LT (rule.worst, Severity::fail) << ruleName (rule.id);
        }
    }
}

} // namespace
} // namespace analysis
