// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RemedyTrial.h"

#include "analysis/MasterReading.h"
#include "analysis/MergedFinding.h"
#include "analysis/PartTrial.h"
#include "analysis/RemedyWords.h"
#include "dsp/BlockOperations.h"

#include <algorithm>

namespace analysis
{

namespace
{

using monitoring::Progress;
using units::Result;

constexpr double trialSeconds = 10.0;

// DC must agree with itself in three stretches: docs/decisions/0093.
constexpr double trialSecondsOfFaults = 3.0 * SampleFaults::meanSeconds;

/** The longest stretch of a finding, cut to what is tried, or filled up to it. */
TimeRange worstPart (const MergedFinding& finding, double seconds)
{
    const auto& ranges = finding.worst.ranges;
    const auto longest = std::ranges::max_element (ranges, {}, &TimeRange::length);
    const TimeRange around = longest == ranges.end() ? TimeRange { 0.0, seconds } : *longest;
    const double wanted = finding.rule == RuleId::fileFaults ? trialSecondsOfFaults : trialSeconds;
    const double length = std::min (seconds, wanted);
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

/** Where something was found, and what sounds there. */
struct Part
{
    TimeRange range;
    dsp::ConstAudioBlock sound;
};

/** Tries proposals one after the other until one clears the finding. @returns the best of them; nothing where
    the part does not show it, and so cannot show that it is gone. */
template <typename Assess>
Result<std::optional<TriedRemedy>> bestOf (std::span<const Treatment> proposals,
                                           const MergedFinding& finding,
                                           const TranslationReport& before,
                                           Assess assess)
{
    std::optional<TriedRemedy> best;

    if (! isShownBy (before, finding))
        return best;

    for (const auto& proposal : proposals)
    {
        const Result<TranslationReport> after = assess (proposal);

        if (! after)
            return after.problem();

        auto tried = outcomeOf (finding, proposal, before, *after);

        if (! best || tried.isBetterThan (*best))
            best = std::move (tried);

        if (best->clearsAll())
            break;
    }

    return best;
}

/** One to see it, and one of everything that may be tried. */
std::size_t mostRenderingsOf (const MergedFinding& finding)
{
    return 1 + (finding.isAboutTheMaster() ? 1 : finding.worst.remedy.proposals.size());
}

/** Of a finding about the master the master alone tells which proposal is the best, at next to no cost; what
    that does on all columns takes renderings. */
Result<std::optional<TriedRemedy>> tryProposals (const MergedFinding& finding,
                                                 PartTrial& trial,
                                                 const Part& part,
                                                 const Progress& progress)
{
    auto proposals = finding.worst.remedy.proposals;

    if (finding.isAboutTheMaster())
    {
        const auto onMaster = [&] (const Treatment& proposal) -> Result<TranslationReport> {
            return trial.assessMaster (treated (part.sound, proposal, trial.rate()).block());
        };
        auto best = bestOf (proposals, finding, trial.assessMaster (part.sound), onMaster);

        if (! best || ! *best)
            return best;

        proposals = { (**best).treatment };
    }

    const auto before = trial.assessUntreated (part.range, part.sound, progress);

    if (! before)
        return before.problem();

    return bestOf (proposals, finding, *before, [&] (const Treatment& proposal) {
        return trial.assess (treated (part.sound, proposal, trial.rate()).block(), progress);
    });
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
    // What is worth a note of the file breaks nothing: it waits for what is heard somewhere.
    std::stable_partition (findings.begin(), findings.end(), [] (const MergedFinding& finding) {
        return ! finding.isAboutTheMaster() || finding.severity > Severity::note;
    });
    PartTrial trial { panel, norms, master.numChannels() };

    for (const auto& finding : findings)
    {
        if (mostRenderingsOf (finding) > trial.renderingsLeft())
            continue;

        const auto range = worstPart (finding, report.seconds);
        const auto sound = readPart (master, range, panel.rate());

        if (! sound)
            return sound.problem();

        const Progress here = [&] (double) {
            return progress (
                1.0 - static_cast<double> (trial.renderingsLeft()) / PartTrial::mostRenderings);
        };
        const auto tried = tryProposals (finding, trial, { range, sound->block() }, here);

        if (! tried)
            return tried.problem();

        if (*tried)
            note (**tried, finding, report);
    }

    return {};
}

} // namespace analysis
