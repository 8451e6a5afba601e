// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/CodecOvers.h"

#include "analysis/rules/Figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace analysis
{

namespace
{

using figures::signedTenths;

constexpr double warnDbtp = 0.0;
constexpr double oversPerTenSeconds = 1.0;
constexpr double failDbtp = 1.0;
constexpr double failClippedDb = -60.0;

double oversPerTen (const CodecOver& over, double triedSeconds)
{
    return 10.0 * static_cast<double> (over.overs.size()) / std::max (1.0, triedSeconds);
}

Severity severityOf (const CodecOver& over, double triedSeconds)
{
    if (over.isErratic)
        return Severity::note;

    if (over.truePeakDbtp > failDbtp && over.clippedDb > failClippedDb)
        return Severity::fail;

    return oversPerTen (over, triedSeconds) >= oversPerTenSeconds ? Severity::warn : Severity::note;
}

std::string namesOf (const std::vector<const CodecOver*>& over)
{
    std::string names;

    for (const auto* one : over)
        names += (names.empty() ? "" : "; ") + one->codec;

    return names;
}

std::string placesText (const CodecOvers& codecs, double masterSeconds)
{
    const double tried = totalLength (codecs.tried);
    return tried > masterSeconds - 1.0
               ? "the whole file was tried"
               : "tried on the " + figures::tenths (tried) + " s with the highest peaks";
}

/** The highest that is no matter of chance, if there is one: docs/decisions/0134. */
const CodecOver& worstOf (const std::vector<const CodecOver*>& over)
{
    return **std::ranges::max_element (over, {}, [] (const CodecOver* one) {
        return std::pair { ! one->isErratic, one->truePeakDbtp };
    });
}

Finding findingOf (const MasterMeasures& master,
                   const CodecOvers& codecs,
                   const std::vector<const CodecOver*>& over)
{
    const double tried = totalLength (codecs.tried);
    const auto& worst = worstOf (over);
    Finding finding;
    finding.rule = RuleId::codecOvers;

    for (const auto* one : over)
    {
        finding.severity = std::max (finding.severity, severityOf (*one, tried));
        finding.ranges.insert (finding.ranges.end(), one->overs.begin(), one->overs.end());
    }

    finding.ranges = joined (std::move (finding.ranges));
    finding.spread = spreadOf (finding.ranges, master.seconds);
    finding.evidence = { "true peak after " + worst.codec,
                         worst.truePeakDbtp,
                         warnDbtp,
                         "dBTP",
                         Basis::physics,
                         "encoded and decoded with ffmpeg, " + placesText (codecs, master.seconds)
                             + "; the limits are ours, other encoders differ"
                             + (worst.isErratic ? ", and this one by some dB with where it begins"
                                                : "") };
    finding.confidence = worst.isErratic ? 0.4 : 0.9;
    finding.summary = "Lossy encoding takes the peaks to " + signedTenths (worst.truePeakDbtp)
                      + " dBTP, where players without headroom clip (" + namesOf (over) + ").";
    const double lowerBy = worst.truePeakDbtp - warnDbtp + 0.1;
    finding.remedy.proposals = { { Treatment::Kind::gain, 0.0, -lowerBy, 0.7 } };
    finding.remedy.sentence = "Set the limiter's ceiling " + figures::tenths (lowerBy)
                              + " dB lower for what is encoded: untried. Services that turn it "
                                "down have the headroom.";
    return finding;
}

} // namespace

Judgement codecOvers (const Comparison& comparison)
{
    const auto& master = comparison.master;
    Judgement judgement;

    if (! master.codecs || ! master.codecs->notTried.empty())
    {
        judgement.notAssessable = master.codecs ? master.codecs->notTried
                                                : "Codecs were not tried.";
        return judgement;
    }

    const auto& codecs = *master.codecs;
    std::vector<const CodecOver*> over;
    double highest = -120.0;

    for (const auto& one : codecs.codecs)
    {
        highest = std::max (highest, one.truePeakDbtp);

        if (! one.overs.empty())
            over.push_back (&one);
    }

    judgement.measures = { { "codecTruePeakDbtp", highest },
                           { "codecsTried", static_cast<double> (codecs.codecs.size()) },
                           { "codecSecondsTried", totalLength (codecs.tried) } };

    if (! over.empty())
        judgement.findings = { findingOf (master, codecs, over) };

    return judgement;
}

} // namespace analysis
