// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BoomyBass.h"

#include "analysis/rules/BassNotes.h"
#include "analysis/rules/EarPlots.h"
#include "analysis/rules/Norm.h"
#include "analysis/rules/Wording.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

// The low end: below 250 Hz.
constexpr double lowEndBark = 2.5;

// More of the loudness than in the middle of released masters on the same device, and more than all but one
// in twenty of them.
constexpr double warnExcess = 0.07;

constexpr double excessNoteDb = 4.0;

// Of the bass over the mids; share and level are two ways to see the same, and one finding.
constexpr double excessBassDb = 6.0;

/** The low end's share of the loudness of all hops that sound. */
double lowEndShare (const std::vector<HopLoudness>& hops, const std::vector<bool>& sounding)
{
    double low = 0.0;
    double all = 0.0;

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
        if (sounding[hop])
        {
            low += hops[hop].between (0.0, lowEndBark);
            all += hops[hop].sone;
        }

    return all > 0.0 ? low / all : 0.0;
}

/** Levels at the ears, on average over the master: the bass over what carries the tune. */
double bassOverMidsDb (const EarLevels& ears)
{
    namespace bands = dsp::narrow_bands;
    const auto powerBetween = [&ears] (double lowHz, double highHz) {
        double power = 0.0;

        for (std::size_t band = 0; band < bands::count; ++band)
            if (const double hz = bands::centreHz (band); hz >= lowHz && hz < highHz)
                for (const auto& ear : ears.longTermDbSpl)
                    power += std::pow (10.0, ear[band] / 10.0);

        return power;
    };
    constexpr double silence = 1e-12;
    return 10.0
           * std::log10 ((powerBetween (30.0, 110.0) + silence)
                         / (powerBetween (200.0, 2000.0) + silence));
}

std::vector<TimeRange>
hopsAbove (double share, const std::vector<HopLoudness>& hops, const std::vector<bool>& sounding)
{
    std::vector<bool> marked (hops.size(), false);

    for (std::size_t hop = 0; hop < hops.size(); ++hop)
        marked[hop] = sounding[hop] && hops[hop].between (0.0, lowEndBark) > share * hops[hop].sone;

    return rangesOf (marked);
}

Finding boom (const Comparison& comparison)
{
    Finding finding;
    finding.rule = RuleId::boomyBass;
    finding.confidence = 0.7;
    finding.evidence.basis = Basis::corpus;
    finding.evidence.source = normSource (comparison);
    finding.plot = spectrumPlot (comparison, 25.0, 500.0);
    finding.remedy.sentence = "Take a little off the bass where it booms: untried.";
    return finding;
}

/** What both ways to see a heavy low end have in common. */
Finding heavy (const Comparison& comparison)
{
    auto finding = boom (comparison);
    finding.aspect = "low end";
    finding.severity = Severity::warn;
    finding.remedy.proposals = { { Treatment::Kind::lowShelf, 110.0, -2.0, 0.7 },
                                 { Treatment::Kind::lowShelf, 110.0, -4.0, 0.7 } };
    return finding;
}

Finding findingOfLevel (const Comparison& comparison, double db, const Norm& norm)
{
    auto finding = heavy (comparison);
    finding.ranges = { { 0.0, comparison.master.seconds } };
    finding.spread = Spread::widespread;
    finding.band = Band { 30.0, 110.0 };
    finding.evidence.quantity = "level of the bass (30 to 110 Hz) over the mids (200 Hz to 2 kHz)";
    finding.evidence.measured = db;
    finding.evidence.allowed = norm.high;
    finding.evidence.unit = "dB";
    finding.summary = "The low end takes over: the bass is " + decibels (db - norm.median)
                      + " louder against the mids than in the middle of released masters.";
    return finding;
}

Finding findingOfShare (const Comparison& comparison, double share, const Norm& norm)
{
    const auto& hops = comparison.device->loudness;
    auto finding = heavy (comparison);
    finding.ranges = hopsAbove (norm.high, hops, soundingHops (hops));
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    finding.band = Band { 20.0, 250.0 };
    finding.evidence.quantity = "share of the loudness below 250 Hz";
    finding.evidence.measured = share;
    finding.evidence.allowed = norm.high;
    finding.summary = "The low end takes over: " + percent (share)
                      + " of the loudness lies below 250 Hz, " + percent (norm.median)
                      + " in the middle of released masters.";
    return finding;
}

Finding findingOfNote (const Comparison& comparison, const StandingOut& note, const Norm& norm)
{
    auto finding = boom (comparison);
    finding.aspect = "note";
    finding.severity = Severity::note; // one loud note may be meant
    finding.ranges = lasting (note.ranges);
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    finding.band = Band { note.f0Hz / 1.06, note.f0Hz * 1.06 };
    finding.evidence.quantity = "level of the loudest bass note over the others";
    finding.evidence.measured = note.db;
    finding.evidence.allowed = norm.high;
    finding.evidence.unit = "dB";
    finding.summary = "The low " + noteName (note.f0Hz) + " booms, " + decibels (note.db)
                      + " over its neighbours.";
    finding.remedy.proposals = { { Treatment::Kind::peak, note.f0Hz, -2.0, 4.0 },
                                 { Treatment::Kind::peak, note.f0Hz, -4.0, 4.0 } };
    return finding;
}

} // namespace

Judgement boomyBass (const Comparison& comparison)
{
    Judgement judgement;
    const auto& hops = comparison.device->loudness;
    const double share = lowEndShare (hops, soundingHops (hops));
    const auto note = noteStandingOut (comparison.master.bass, comparison.device->bass);
    const double bassDb = bassOverMidsDb (comparison.device->ears);
    judgement.measures = { { "lowEndShare", share }, { "bassOverMidsDb", bassDb } };

    if (note)
        judgement.measures.push_back ({ "loudestBassNoteDb", note->db });

    const auto shareNorm = normOf (comparison, "lowEndShare");

    if (! shareNorm)
    {
        judgement.notAssessable = "It is not known how released masters sound on this device.";
        return judgement;
    }

    if (share > shareNorm->high && share - shareNorm->median >= warnExcess)
        judgement.findings.push_back (findingOfShare (comparison, share, *shareNorm));
    else if (const auto norm = normOf (comparison, "bassOverMidsDb");
             norm && bassDb > norm->high && bassDb - norm->median >= excessBassDb)
        judgement.findings.push_back (findingOfLevel (comparison, bassDb, *norm));

    const auto noteNorm = normOf (comparison, "loudestBassNoteDb");

    if (note && noteNorm && note->db > noteNorm->high
        && note->db - noteNorm->median >= excessNoteDb)
        judgement.findings.push_back (findingOfNote (comparison, *note, *noteNorm));

    return judgement;
}

} // namespace analysis
