// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Excerpt.h"

#include "report/Problems.h"

#include <algorithm>

namespace report
{

namespace
{

constexpr double excerptSeconds = 5.0;

/** A problem is heard to begin. */
constexpr double leadInSeconds = 0.5;

/** Without a time of its own: into the song, past what may be an introduction. */
constexpr double somewhere = 0.4;

double startOf (const analysis::Finding& finding, double masterSeconds)
{
    const auto longest = std::ranges::max_element (
        finding.ranges, {}, [] (const analysis::TimeRange& range) { return range.length(); });
    const double start = longest == finding.ranges.end() ? somewhere * masterSeconds
                                                         : longest->start - leadInSeconds;

    return std::clamp (start, 0.0, std::max (0.0, masterSeconds - excerptSeconds));
}

} // namespace

std::vector<ExcerptPlace> excerptsWorthHearing (const analysis::TranslationReport& report)
{
    const auto problems = problemsOf (report);
    const double length = std::min (excerptSeconds, report.seconds);
    std::vector<ExcerptPlace> places;

    for (std::size_t i = 0; i < std::min (mostFixes, problems.size()); ++i)
    {
        const double start = startOf (problems[i].worst, report.seconds);
        places.push_back ({ i, "", start, length });

        if (! problems[i].isAboutTheMaster())
            places.push_back ({ i, problems[i].worst.device, start, length });
    }

    return places;
}

} // namespace report
