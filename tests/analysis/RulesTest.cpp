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
