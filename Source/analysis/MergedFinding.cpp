// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MergedFinding.h"

#include <algorithm>
#include <tuple>

namespace analysis
{

namespace
{

using Parts = std::vector<const Finding*>;

/** A measured value against its threshold says little across rules, so among equals the surest speaks,
    then the longest, then the first. */
bool isWorse (const Finding* one, const Finding* other)
{
    const auto rank = [] (const Finding& finding) {
        return std::tuple { finding.severity, finding.confidence, totalLength (finding.ranges) };
    };
    return rank (*one) > rank (*other);
}

void addOnce (std::vector<std::string>& to, const std::string& device)
{
    if (std::ranges::find (to, device) == to.end())
        to.push_back (device);
}

MergedFinding merged (const Parts& parts, double seconds)
{
    MergedFinding whole;
    whole.worst = **std::ranges::min_element (parts, isWorse);
    whole.rule = whole.worst.rule;
    whole.severity = whole.worst.severity;
    std::vector<TimeRange> ranges;

    for (const auto* part : parts)
        if (part->severity == whole.severity)
        {
            addOnce (whole.devices, part->device);
            ranges.insert (ranges.end(), part->ranges.begin(), part->ranges.end());
        }

    for (const auto* part : parts)
        if (std::ranges::find (whole.devices, part->device) == whole.devices.end())
            addOnce (whole.milder, part->device);

    whole.ranges = joined (std::move (ranges));
    whole.spread = whole.ranges.empty() ? whole.worst.spread : spreadOf (whole.ranges, seconds);
    return whole;
}

std::vector<Parts> partsOf (const TranslationReport& report)
{
    std::vector<Parts> groups;

    for (const auto& finding : report.findings)
    {
        const auto belongs = [&] (const Parts& group) {
            return finding.device != "*" && group[0]->device != "*"
                   && group[0]->rule == finding.rule;
        };
        const auto group = std::ranges::find_if (groups, belongs);

        if (group == groups.end())
            groups.push_back ({ &finding });
        else
            group->push_back (&finding);
    }

    return groups;
}

double reach (const MergedFinding& finding, std::size_t numColumns)
{
    const auto devices = finding.isAboutTheMaster() ? numColumns : finding.devices.size();
    return finding.worst.confidence * static_cast<double> (devices);
}

} // namespace

std::vector<MergedFinding> mergedFindings (const TranslationReport& report)
{
    std::vector<MergedFinding> findings;

    for (const auto& parts : partsOf (report))
        findings.push_back (merged (parts, report.seconds));

    std::ranges::stable_sort (findings, [&] (const MergedFinding& one, const MergedFinding& other) {
        return std::tuple { other.severity, reach (other, report.columns.size()), one.rule }
               < std::tuple { one.severity, reach (one, report.columns.size()), other.rule };
    });

    return findings;
}

} // namespace analysis
