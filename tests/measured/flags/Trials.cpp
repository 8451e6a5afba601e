// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured/flags/Trials.h"

#include "analysis/MasterMeter.h"
#include "analysis/Rules.h"

#include <algorithm>
#include <cmath>

namespace flags
{

namespace
{

using analysis::Judgement;
using analysis::Severity;

bool isAlarm (const Injection& injection, const Judgement& judgement)
{
    return std::ranges::any_of (judgement.findings, injection.isAlarm);
}

Audio injected (const Injection& injection, const Audio& clean, Rate rate, double dose)
{
    auto audio = copyOf (clean);
    injection.apply (audio, rate, dose, 0, audio.numFrames());
    return audio;
}

double overlap (const Judgement& judgement, const Injection& injection, double from, double to)
{
    std::vector<analysis::TimeRange> ranges;

    for (const auto& finding : judgement.findings)
        if (injection.isAlarm (finding) || injection.hasPlace)
            std::ranges::copy (finding.ranges, std::back_inserter (ranges));

    ranges = analysis::joined (ranges);
    double common = 0.0;

    for (const auto& range : ranges)
        common += std::max (0.0, std::min (range.end, to) - std::max (range.start, from));

    return common / (analysis::totalLength (ranges) + (to - from) - common);
}

/** What the rules say of a variant as it is: all injections of one rule ask the same. */
using Known = std::map<analysis::RuleId, Judgement>;

/** One injection into one variant of a master. */
class Trial
{
public:
    Trial (const Injection& what, const Audio& into, Rate sampleRate, Known& known)
        : injection (what),
          clean (into),
          rate (sampleRate),
          before (judgementOn (known))
    {
        tally.alarms.add (isAlarm (injection, before));
        tally.soundScores.push_back (injection.score (before));
    }

    void tryDose (std::size_t dose)
    {
        const auto audio = injected (injection, clean, rate, injection.doses[dose]);
        const auto judgement = injection.judge (audio, rate);
        const double score = injection.score (judgement);

        // Below the dose from which it must speak, what is realised is not asked for.
        const bool counts = dose < injection.moderate
                            || injection.isRealised (clean, audio, rate, injection.doses[dose]);
        scores.push_back (score);

        if (! counts)
            return;

        tally.scores[dose].push_back (score);

        if (! isAlarm (injection, before))
            tally.recall[dose].add (isAlarm (injection, judgement));
    }

    void tryPlace()
    {
        if (! injection.hasPlace || isAlarm (injection, before) || ! before.findings.empty())
            return;

        auto audio = copyOf (clean);
        const double third = static_cast<double> (audio.numFrames()) / rate.hertz / 3.0;
        const double dose = injection.doses[3];
        injection.apply (audio, rate, dose, audio.numFrames() / 3, 2 * audio.numFrames() / 3);

        if (! injection.isRealised (clean, injected (injection, clean, rate, dose), rate, dose))
            return;

        const auto judgement = injection.judge (audio, rate);

        if (judgement.findings.empty())
        {
            tally.placed.add (false);
            return;
        }

        tally.overlaps.push_back (overlap (judgement, injection, third, 2.0 * third));
        tally.placed.add (tally.overlaps.back() >= 0.5);
    }

    void noteLadder() { tally.monotone.add (isMonotone (scores)); }

    InjectionTally tally;

private:
    const Judgement& judgementOn (Known& known) const
    {
        const auto found = known.find (injection.rule);
        return found != known.end()
                   ? found->second
                   : known.emplace (injection.rule, injection.judge (clean, rate)).first->second;
    }

    const Injection& injection;
    const Audio& clean;
    Rate rate;
    Judgement before;
    std::vector<double> scores;
};

InjectionTally
triedInto (const Injection& injection, const Audio& clean, Rate rate, bool allDoses, Known& known)
{
    Trial trial { injection, clean, rate, known };

    for (std::size_t dose = 0; dose < injection.doses.size(); ++dose)
        if (allDoses || dose == injection.moderate)
            trial.tryDose (dose);

    if (allDoses)
    {
        trial.noteLadder();
        trial.tryPlace();
    }

    return std::move (trial.tally);
}

//==================================================================================================
using Verdicts = std::map<analysis::RuleId, analysis::Verdict>;

/** What every rule about the file itself says, were it free to say the worst. */
Verdicts verdictsOn (const Audio& audio, Rate rate)
{
    analysis::MasterMeter meter { audio.numChannels(),
                                  rate,
                                  analysis::MasterMeter::Extent::withoutBass };
    meter.process (audio.block());
    const auto master = meter.finish();
    const analysis::ReferenceNorms norms;
    Verdicts verdicts;

    for (const auto& rule : analysis::allRules())
        if (rule.scope == analysis::Scope::master)
        {
            auto& verdict = verdicts[rule.id];
            verdict = analysis::Verdict::pass;

            for (const auto& finding : rule.judge ({ master, norms }).findings)
                verdict = std::max (verdict, analysis::verdictOf (finding.severity));
        }

    return verdicts;
}

Alarms alarmsOf (const Verdicts& verdicts)
{
    Alarms alarms;
    auto worst = analysis::Verdict::pass;

    for (const auto& rule : analysis::allRules())
        if (const auto found = verdicts.find (rule.id); found != verdicts.end())
        {
            alarms.perRule[rule.id].add (found->second >= analysis::Verdict::warn);
            worst = std::max (worst, std::min (found->second, analysis::verdictOf (rule.worst)));
        }

    alarms.warned.add (worst >= analysis::Verdict::warn);
    alarms.failed.add (worst == analysis::Verdict::fail);
    return alarms;
}

void tryControls (const Audio& clean,
                  Rate rate,
                  std::span<const Control> controls,
                  const Verdicts& before,
                  Tally& tally)
{
    for (std::size_t i = 0; i < controls.size(); ++i)
    {
        const auto after = verdictsOn (controls[i].make (clean, rate), rate);

        for (const auto rule : controls[i].rules)
        {
            auto& control = tally.controls[i][rule];
            control.alarms.add (after.at (rule) >= analysis::Verdict::warn);
            control.changed.add (after.at (rule) != before.at (rule));
        }
    }
}

void append (std::vector<double>& to, const std::vector<double>& more)
{
    to.insert (to.end(), more.begin(), more.end());
}

} // namespace

void InjectionTally::add (const InjectionTally& more)
{
    for (std::size_t dose = 0; dose < recall.size(); ++dose)
    {
        recall[dose].add (more.recall[dose]);
        append (scores[dose], more.scores[dose]);
    }

    append (soundScores, more.soundScores);
    alarms.add (more.alarms);
    monotone.add (more.monotone);
    append (overlaps, more.overlaps);
    placed.add (more.placed);
}

void Alarms::add (const Alarms& more)
{
    for (const auto& [rule, count] : more.perRule)
        perRule[rule].add (count);

    warned.add (more.warned);
    failed.add (more.failed);
}

void Tally::add (const Tally& more)
{
    injections.resize (more.injections.size());
    controls.resize (more.controls.size());

    for (std::size_t i = 0; i < injections.size(); ++i)
        injections[i].add (more.injections[i]);

    for (std::size_t i = 0; i < controls.size(); ++i)
        for (const auto& [rule, control] : more.controls[i])
        {
            controls[i][rule].alarms.add (control.alarms);
            controls[i][rule].changed.add (control.changed);
        }

    for (std::size_t variant = 0; variant < alarms.size(); ++variant)
        alarms[variant].add (more.alarms[variant]);
}

Tally tried (const Excerpt& excerpt,
             Thoroughness thoroughness,
             std::span<const Injection> injections,
             std::span<const Control> controls)
{
    const std::array variants { copyOf (excerpt.audio),
                                limited (excerpt.audio, excerpt.rate, -14.0, -1.0),
                                limited (excerpt.audio, excerpt.rate, -9.5, -1.0) };
    Tally tally;
    tally.injections.resize (injections.size());
    tally.controls.resize (controls.size());

    for (std::size_t v = 0; v < variants.size(); ++v)
    {
        const auto verdicts = verdictsOn (variants[v], excerpt.rate);
        tally.alarms[v].add (alarmsOf (verdicts));
        const bool isFirst = v == asReleased;
        const bool isWhole = thoroughness == Thoroughness::whole;
        Known known;

        if (isWhole)
            tryControls (variants[v], excerpt.rate, controls, verdicts, tally);

        if (isWhole || (isFirst && thoroughness == Thoroughness::moderate))
            for (std::size_t i = 0; i < injections.size(); ++i)
                tally.injections[i].add (triedInto (
                    injections[i], variants[v], excerpt.rate, isWhole && isFirst, known));
    }

    return tally;
}

} // namespace flags
