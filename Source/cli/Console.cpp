// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Console.h"

#include "cli/ExitCode.h"

#include <ostream>

namespace cli
{

void Console::complain (const units::Problem& problem) const
{
    err << "elsewhere: " << problem.sentence() << "\n";
}

void Console::remark (const std::string& sentence) const
{
    if (chatter == Chatter::normal)
        err << sentence << "\n";
}

int exitCodeOf (const units::Problem& problem)
{
    if (problem.kind == units::Problem::Kind::interrupted)
        return interrupted;

    const bool isWordOfOption = problem.kind == units::Problem::Kind::invalidValue
                                && problem.where.starts_with ("--");
    return isWordOfOption ? wrongUsage : unusableInput;
}

int conclude (const units::Result<void>& outcome, const Console& console)
{
    if (outcome)
        return done;

    console.complain (outcome.problem());
    return exitCodeOf (outcome.problem());
}

int conclude (const units::Result<int>& outcome, const Console& console)
{
    if (outcome)
        return *outcome;

    console.complain (outcome.problem());
    return exitCodeOf (outcome.problem());
}

int conclude (const std::vector<units::Problem>& problems, const Console& console)
{
    for (const auto& problem : problems)
        console.complain (problem);

    return problems.empty() ? done : unusableInput;
}

} // namespace cli
