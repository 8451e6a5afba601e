// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RemedyWords.h"

#include "analysis/rules/Wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace analysis
{

namespace
{

// What costs less is not worth a word.
constexpr double smallestCostDb = 0.3;
constexpr std::size_t mostSideEffects = 3;

/** The worst answer to the same question about a column. */
const Finding*
worstOn (const TranslationReport& report, const Finding& like, const std::string& device)
{
    const Finding* worst = nullptr;

    for (const auto& finding : report.findings)
        if (areAlike (finding, like) && finding.device == device
            && (worst == nullptr || finding.severity > worst->severity))
            worst = &finding;

    return worst;
}

Verdict verdictOf (const Finding* finding)
{
    return finding == nullptr ? Verdict::pass : verdictOf (finding->severity);
}

/** What the rule measured where it found nothing any more is not known; with the same quantity it is. */
double measuredIn (const Finding* after, const Finding& before)
{
    return after != nullptr && after->evidence.quantity == before.evidence.quantity
               ? after->evidence.measured
               : before.evidence.allowed;
}

std::string placeOf (const std::string& device, const TranslationReport& report)
{
    const auto column = std::ranges::find (report.columns, device, &ColumnReport::id);
    return column == report.columns.end() ? " of the file" : " on " + column->name;
}

/** "-0.91" */
std::string plain (double value)
{
    std::array<char, 32> text {};
    std::snprintf (text.data(), text.size(), "%.2f", value);
    return text.data();
}

/** Shares have no unit, and nor have correlations and deviations, which are no per cent. */
std::string inUnit (double value, const TriedRemedy& tried)
{
    const auto [least, most] = std::minmax (tried.measuredBefore, tried.measuredAfter);

    if (tried.unit.empty())
        return least >= 0.0 && most <= 1.0 ? percent (value) : plain (value);

    return tried.unit == "dB" ? decibels (value)
                              : std::to_string (std::lround (value)) + " " + tried.unit;
}

std::string effectWords (const TriedRemedy& tried)
{
    const auto count = std::to_string (tried.cleared.size()) + " of "
                       + std::to_string (tried.affected.size());
    const bool isOne = tried.affected.size() == 1;

    if (tried.clearsAll())
        return isOne ? "clears it"
                     : "clears it, or makes it mild, on all "
                           + std::to_string (tried.affected.size());

    if (! tried.cleared.empty())
        return "helps on " + count;

    return "does not clear it (" + inUnit (tried.measuredBefore, tried) + " before, "
           + inUnit (tried.measuredAfter, tried) + " after)";
}

std::string costWords (const TriedRemedy& tried)
{
    std::string words;

    // How much louder quiet passages become says nothing of the programme.
    const bool isOfProgramme = tried.treatment.kind != Treatment::Kind::quietLift;

    if (isOfProgramme && std::abs (tried.loudnessChangeLu) >= smallestCostDb)
        words += "; " + decibels (std::abs (tried.loudnessChangeLu))
                 + (tried.loudnessChangeLu > 0.0 ? " louder" : " quieter");

    if (tried.peakChangeDb >= smallestCostDb)
        words += "; peaks rise by " + decibels (tried.peakChangeDb);

    return words;
}

std::string sideEffectWords (const TriedRemedy& tried, const TranslationReport& report)
{
    std::string words;

    for (std::size_t i = 0; i < std::min (mostSideEffects, tried.sideEffects.size()); ++i)
    {
        std::string heading { ruleHeading (tried.sideEffects[i].rule) };
        heading[0] = static_cast<char> (std::tolower (static_cast<unsigned char> (heading[0])));
        words += (i == 0 ? "; worse by it: " : ", ") + heading
                 + placeOf (tried.sideEffects[i].device, report);
    }

    if (tried.sideEffects.size() > mostSideEffects)
        words += " and " + std::to_string (tried.sideEffects.size() - mostSideEffects) + " more";

    return words;
}

void addSideEffects (TriedRemedy& tried,
                     const Finding& mended,
                     const TranslationReport& before,
                     const TranslationReport& after)
{
    for (const auto& finding : after.findings)
    {
        const bool isKnown = std::ranges::any_of (tried.sideEffects, [&] (const auto& effect) {
            return effect.rule == finding.rule && effect.device == finding.device;
        });

        if (! areAlike (finding, mended) && ! isKnown && finding.severity >= Severity::warn
            && verdictOf (&finding) > verdictOf (worstOn (before, finding, finding.device)))
            tried.sideEffects.push_back ({ finding.rule, finding.device });
    }
}

} // namespace

bool TriedRemedy::isBetterThan (const TriedRemedy& other) const
{
    if (cleared.size() != other.cleared.size())
        return cleared.size() > other.cleared.size();

    return std::abs (measuredAfter - allowed) < std::abs (other.measuredAfter - other.allowed);
}

TriedRemedy outcomeOf (const MergedFinding& finding,
                       const Treatment& treatment,
                       const TranslationReport& before,
                       const TranslationReport& after)
{
    TriedRemedy tried;
    tried.treatment = treatment;
    tried.spread = finding.spread;

    for (const auto& device : finding.devices)
    {
        const auto* was = worstOn (before, finding.worst, device);
        const auto* is = worstOn (after, finding.worst, device);

        if (was == nullptr)
            continue;

        if (tried.affected.empty())
        {
            tried.measuredBefore = was->evidence.measured;
            tried.measuredAfter = measuredIn (is, *was);
            tried.allowed = was->evidence.allowed;
            tried.unit = was->evidence.unit;
        }

        tried.affected.push_back (device);

        if (verdictOf (is) < verdictOf (was))
            tried.cleared.push_back (device);
    }

    if (before.loudness.integrated && after.loudness.integrated)
        tried.loudnessChangeLu = after.loudness.integrated->value
                                 - before.loudness.integrated->value;

    if (before.loudness.truePeakDbtp && after.loudness.truePeakDbtp)
        tried.peakChangeDb = after.loudness.truePeakDbtp->value()
                             - before.loudness.truePeakDbtp->value();

    addSideEffects (tried, finding.worst, before, after);
    return tried;
}

std::string remedyWords (const TriedRemedy& tried, const TranslationReport& report)
{
    const bool isOnlyThere = tried.spread == Spread::localized
                             && isOfOneChannel (tried.treatment.kind);
    const bool mayBeMeant = tried.treatment.kind == Treatment::Kind::quietLift;
    return treatmentName (tried.treatment) + (isOnlyThere ? " there" : "") + ": "
           + effectWords (tried) + costWords (tried) + sideEffectWords (tried, report) + "."
           + (mayBeMeant ? " Where it is meant to be this quiet, nothing is wrong." : "");
}

} // namespace analysis
