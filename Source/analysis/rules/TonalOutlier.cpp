// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/TonalOutlier.h"

#include "analysis/measures/EarBalance.h"
#include "analysis/rules/EarPlots.h"
#include "analysis/rules/Norm.h"
#include "analysis/rules/Wording.h"
#include "hearing/EqualLoudness.h"
#include "hearing/ThirdOctaveFilters.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

// Two bands in a row, beyond what two standard deviations would be.
constexpr double unusual = 2.0;
constexpr std::size_t leastBands = 2;

// 50 Hz to 12.5 kHz: below, few devices and few masters have anything.
constexpr std::size_t firstBand = 3;

// What is fainter than that above the threshold of hearing does not colour anything.
constexpr double audibleDb = 10.0;

std::string measureName (std::size_t band)
{
    return "band" + std::to_string (std::lround (hearing::thirdOctaveCentreHz (band))) + "HzDbSpl";
}

/** How unusual one band is. */
struct BandDeviation
{
    double deviations = 0.0; ///< in standard deviations
    double db = 0.0;         ///< from the middle of released masters
};

/** Bands in a row that are unusual in one direction. */
struct Run
{
    std::size_t first = 0;
    std::size_t end = 0;
    double deviations = 0.0; ///< of the most unusual
    double db = 0.0;

    std::size_t length() const { return end - first; }
};

using Deviations = std::vector<std::optional<BandDeviation>>;

std::optional<BandDeviation>
deviationOf (const Comparison& comparison, std::size_t band, double levelDbSpl)
{
    const auto threshold = hearing::thresholdOfHearing ({ hearing::thirdOctaveCentreHz (band) });
    const auto spread = spreadOfNorm (comparison, measureName (band));

    if (! spread || spread->middle < threshold.dbSpl + audibleDb)
        return std::nullopt;

    const double db = levelDbSpl - spread->middle;
    return BandDeviation { db / spread->deviation, db };
}

Run longestRun (const Deviations& bands)
{
    Run longest;

    for (const double side : { -1.0, 1.0 })
        for (std::size_t band = 0; band < bands.size(); ++band)
        {
            Run run { band, band };

            while (run.end < bands.size() && bands[run.end]
                   && side * bands[run.end]->deviations > unusual)
            {
                const auto& here = *bands[run.end++];

                if (std::abs (here.deviations) > std::abs (run.deviations))
                    run = { run.first, run.end, here.deviations, here.db };
            }

            if (run.length() > longest.length())
                longest = run;
        }

    return longest;
}

Finding findingOf (const Comparison& comparison, const Run& run)
{
    constexpr double halfBand = 1.122; // a sixth of an octave
    const double low = hearing::thirdOctaveCentreHz (run.first) / halfBand;
    const double high = hearing::thirdOctaveCentreHz (run.end - 1) * halfBand;
    Finding finding;
    finding.rule = RuleId::tonalOutlier;
    finding.severity = comparison.norms.areTheUsersOwn ? Severity::warn : Severity::note;
    finding.ranges = { { 0.0, comparison.master.seconds } };
    finding.spread = Spread::widespread;
    finding.band = Band { low, high };
    finding.evidence = { "standard deviations from the middle of released masters",
                         std::abs (run.deviations),
                         unusual,
                         "",
                         Basis::corpus,
                         comparison.norms.origin };
    finding.confidence = comparison.norms.areTheUsersOwn ? 0.8 : 0.5;
    finding.summary = "From " + hertz (low) + " to " + hertz (high) + " there is "
                      + (run.db > 0.0 ? "more" : "less") + " than is usual: up to "
                      + decibels (std::abs (run.db)) + ".";
    finding.remedy.sentence =
        "If that is meant, nothing is wrong; compare with a track that you know: "
        "untried.";
    finding.plot = spectrumPlot (comparison, 40.0, 14000.0);
    return finding;
}

} // namespace

Judgement tonalOutlier (const Comparison& comparison)
{
    Judgement judgement;
    const auto levels = longTermThirdOctaves (comparison.device->ears);
    Deviations deviations (levels.size());

    for (std::size_t band = firstBand; band < levels.size(); ++band)
        if (std::isfinite (levels[band]))
        {
            judgement.measures.push_back ({ measureName (band), levels[band] });
            deviations[band] = deviationOf (comparison, band, levels[band]);
        }

    if (std::ranges::none_of (deviations, [] (const auto& band) { return band.has_value(); }))
    {
        judgement.notAssessable = "It is not known how released masters sound on this device.";
        return judgement;
    }

    if (const auto run = longestRun (deviations); run.length() >= leastBands)
        judgement.findings.push_back (findingOf (comparison, run));

    return judgement;
}

} // namespace analysis
