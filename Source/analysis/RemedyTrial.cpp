// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RemedyTrial.h"

#include "analysis/MasterReading.h"
#include "analysis/MergedFinding.h"
#include "analysis/RemedyWords.h"
#include "dsp/BlockOperations.h"

#include <algorithm>

namespace analysis
{

namespace
{

using monitoring::Progress;
using units::Result;

constexpr std::size_t mostRemedies = 3;
constexpr double trialSeconds = 10.0;

/** What is tried on one part of a master. */
class Trial
{
public:
    Trial (const CalibratedPanel& onWhat,
           const ReferenceNorms& compareWith,
           std::size_t channelsOfFile)
        : panel (onWhat),
          norms (compareWith),
          numChannels (channelsOfFile)
    {}

    /** What the rules say of this part. */
    Result<TranslationReport> assess (dsp::ConstAudioBlock part, const Progress& progress) const
    {
        const auto master = measureMaster (part, numChannels, panel.rate());
        std::size_t done = 0;
        const MasterSource source = [&] (dsp::AudioBlock into) -> Result<std::size_t> {
            const auto frames = std::min (into.numFrames(), part.numFrames() - done);
            dsp::clear (into);
            dsp::copy (part.slice (done, frames), into.slice (0, frames));
            done += frames;
            return frames;
        };
        auto measures = panel.measure (source, master.bass, part.numFrames(), progress);

        if (! measures)
            return measures.problem();

        TranslationReport report;
        report.seconds = master.seconds;
        report.loudness = master.loudness;
        panel.judge (master, *measures, norms, report);
        return report;
    }

private:
    const CalibratedPanel& panel;
    const ReferenceNorms& norms;
    std::size_t numChannels;
};

/** The longest stretch of a finding, cut to what is tried, or filled up to it. */
TimeRange worstPart (const MergedFinding& finding, double seconds)
{
    const auto& ranges = finding.worst.ranges;
    const auto longest = std::ranges::max_element (ranges, {}, &TimeRange::length);
    const TimeRange around = longest == ranges.end() ? TimeRange { 0.0, seconds } : *longest;
    const double length = std::min (seconds, trialSeconds);
    const double middle = 0.5 * (around.start + around.end);
    const double start = std::clamp (middle - 0.5 * length, 0.0, seconds - length);
    return { start, start + length };
}

/** The findings like the worst, on the columns of a merged finding. */
bool isOf (const Finding& finding, const MergedFinding& merged)
{
    return areAlike (finding, merged.worst)
           && (std::ranges::find (merged.devices, finding.device) != merged.devices.end()
               || std::ranges::find (merged.milder, finding.device) != merged.milder.end());
}

/** Whether the part that was cut out shows what was found in the whole. */
bool isShownBy (const TranslationReport& part, const MergedFinding& merged)
{
    return std::ranges::any_of (part.findings, [&] (const Finding& finding) {
        return finding.severity >= merged.severity && isOf (finding, merged);
    });
}

dsp::AudioBuffer
treated (dsp::ConstAudioBlock part, const Treatment& treatment, units::SampleRate rate)
{
    dsp::AudioBuffer buffer (part.numChannels(), part.numFrames());
    dsp::copy (part, buffer.block());
    treat (buffer.block(), treatment, rate);
    return buffer;
}

/** Tries one finding's proposals, the gentlest first, until one clears it. @returns nothing where its worst
    part does not show it, and so cannot show that it is gone. */
Result<std::optional<TriedRemedy>> tryProposals (const MergedFinding& finding,
                                                 const Trial& trial,
                                                 dsp::ConstAudioBlock part,
                                                 units::SampleRate rate,
                                                 const Progress& progress)
{
    const auto before = trial.assess (part, progress);

    if (! before)
        return before.problem();

    std::optional<TriedRemedy> best;

    if (! isShownBy (*before, finding))
        return best;

    for (const auto& proposal : finding.worst.remedy.proposals)
    {
        const auto after = trial.assess (treated (part, proposal, rate).block(), progress);

        if (! after)
            return after.problem();

        auto tried = outcomeOf (finding, proposal, *before, *after);

        if (! best || tried.isBetterThan (*best))
            best = std::move (tried);

        if (best->clearsAll())
            break;
    }

    return best;
}

void note (const TriedRemedy& tried, const MergedFinding& about, TranslationReport& report)
{
    for (auto& finding : report.findings)
        if (isOf (finding, about))
        {
            finding.remedy.sentence = remedyWords (tried, report);
            finding.remedy.wasTried = true;
        }
}

} // namespace

Result<void> tryRemedies (files::AudioFileReader& master,
                          const CalibratedPanel& panel,
                          const ReferenceNorms& norms,
                          const Progress& progress,
                          TranslationReport& report)
{
    auto findings = mergedFindings (report);
    std::erase_if (findings, [] (const MergedFinding& finding) {
        return finding.worst.remedy.proposals.empty();
    });
    findings.resize (std::min (findings.size(), mostRemedies));
    const Trial trial { panel, norms, master.numChannels() };

    for (std::size_t i = 0; i < findings.size(); ++i)
    {
        const auto part = readPart (master, worstPart (findings[i], report.seconds), panel.rate());

        if (! part)
            return part.problem();

        const Progress here = [&] (double) {
            return progress (static_cast<double> (i) / static_cast<double> (findings.size()));
        };
        const auto tried = tryProposals (findings[i], trial, part->block(), panel.rate(), here);

        if (! tried)
            return tried.problem();

        if (*tried)
            note (**tried, findings[i], report);
    }

    return {};
}

} // namespace analysis
