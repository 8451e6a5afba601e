// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Excerpt.h"

#include "library/DeviceProfile.h"
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

/** Where a problem is heard: on the device it is worst on, or, of a file that falls apart in mono, on a
    loudspeaker that is alone. Empty: nowhere in particular. */
std::string deviceFor (const analysis::MergedFinding& problem,
                       const analysis::TranslationReport& report)
{
    if (! problem.isAboutTheMaster())
        return problem.worst.device;

    if (problem.rule == analysis::RuleId::monoLoss || problem.rule == analysis::RuleId::antiPhase)
        for (const auto& column : report.columns)
            if (column.kind == library::kindId (library::DeviceKind::smartSpeaker))
                return column.id;

    return {};
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

        if (const auto device = deviceFor (problems[i], report); ! device.empty())
            places.push_back ({ i, device, start, length });
    }

    return places;
}

} // namespace report
