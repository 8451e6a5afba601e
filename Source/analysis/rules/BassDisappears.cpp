// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BassDisappears.h"

#include "analysis/rules/EarPlots.h"
#include "analysis/rules/Norm.h"
#include "analysis/rules/Wording.h"
#include "hearing/HarmonicCoherence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace analysis
{

namespace
{

using hearing::FrameHarmonics;
using hearing::numBassHarmonics;

// What a harmonic does for the pitch: the low ones carry it. Heuristic, after the dominance region.
constexpr std::array<double, numBassHarmonics> pitchWeight { 1.0, 0.95, 0.9,  0.85, 0.75,
                                                             0.6, 0.45, 0.35, 0.25, 0.2 };

// So far above its threshold a harmonic counts fully.
constexpr double fullSensationDb = 15.0;

// Of what is no harmonic at all, one in forty passes the threshold, hardly ever by so much.
constexpr double audibleDb = 5.0;

// Below it, another instrument plays the harmonic: HarmonicCoherence.h.
constexpr double ownCoherence = 0.5;

// A frame counts when the reference has at least one harmonic that is well audible.
constexpr double audibleSalience = 0.6;
constexpr double sureEnough = 0.5;

constexpr double lostRetention = 0.25;

// And with more than that left, the pitch is not gone for want of low harmonics either.
constexpr double keptRetention = 0.5;

// Less of a line than this says nothing about the master.
constexpr double leastSeconds = 2.0;

constexpr const char* lostMeasure = "bassLost";

constexpr double noteShare = 0.25;
constexpr double warnShare = 0.5;

/** The highest rank that the lowest audible harmonic may have if the pitch is to be heard. F0
    discrimination falls from 1 % to 5 % between ranks 7 and 10 at 100 to 400 Hz, and at lower ranks for lower
    fundamentals (Mehta & Oxenham 2020); the steps below 100 Hz are interpolated by us. */
std::size_t highestLowestRank (double f0Hz) { return f0Hz < 60.0 ? 4 : f0Hz < 100.0 ? 5 : 7; }

bool isAudible (const std::optional<hearing::HarmonicLevel>& harmonic)
{
    return harmonic && harmonic->levelDbSpl - harmonic->thresholdDbSpl > audibleDb;
}

/** One note as it is heard in one frame. */
struct Heard
{
    double salience = 0.0;      ///< S: the weights of the audible harmonics
    std::size_t lowestRank = 0; ///< 1 is the fundamental; 0: nothing is audible
    double power = 0.0;         ///< of all its harmonics
};

using Own = std::array<bool, numBassHarmonics>;

Heard heardIn (const FrameHarmonics& frame, const Own& own)
{
    Heard heard;

    for (std::size_t n = 0; n < numBassHarmonics; ++n)
    {
        if (! frame[n] || ! own[n])
            continue;

        const double above = frame[n]->levelDbSpl - frame[n]->thresholdDbSpl;
        heard.salience += pitchWeight[n] * std::clamp (above / fullSensationDb, 0.0, 1.0);
        heard.power += std::pow (10.0, frame[n]->levelDbSpl / 10.0);

        if (heard.lowestRank == 0 && isAudible (frame[n]))
            heard.lowestRank = n + 1;
    }

    return heard;
}

Own ownHarmonics (const hearing::BassNote& note,
                  const hearing::BassLine& line,
                  const std::vector<FrameHarmonics>& neutral)
{
    const auto coherence = hearing::harmonicCoherence (note, line, neutral);
    Own own {};

    for (std::size_t n = 0; n < numBassHarmonics; ++n)
        own[n] = n == 0 || ! coherence[n] || *coherence[n] >= ownCoherence;

    return own;
}

/** What the frames of all notes add up to. */
struct Tally
{
    std::size_t frames = 0;
    double confidence = 0.0;
    double neutralPower = 0.0;
    double devicePower = 0.0;
    std::vector<double> retentions;
    std::vector<double> lowestRanks; ///< on the device, where something is audible
    std::vector<double> lostPitchesHz;
    std::vector<std::size_t> lostFrames;
    std::vector<double> lostRanks; ///< lowest audible harmonic in them; 0: none
};

bool isLost (const Heard& device, const Heard& neutral, double f0Hz)
{
    const auto highest = highestLowestRank (f0Hz);
    const bool hadPitch = neutral.lowestRank <= highest;
    const bool hasPitch = device.lowestRank > 0 && device.lowestRank <= highest;
    return device.salience < lostRetention * neutral.salience
           || (hadPitch && ! hasPitch && device.salience < keptRetention * neutral.salience);
}

void count (Tally& tally,
            const hearing::BassFrame& frame,
            const Heard& neutral,
            const Heard& device)
{
    ++tally.frames;
    tally.confidence += frame.confidence;
    tally.neutralPower += neutral.power;
    tally.devicePower += device.power;
    tally.retentions.push_back (std::min (1.0, device.salience / neutral.salience));

    if (device.lowestRank > 0)
        tally.lowestRanks.push_back (static_cast<double> (device.lowestRank));
}

TimeRange aroundFrame (std::size_t index)
{
    constexpr double hop = hearing::BassFrames::hop.value;
    const double middle = hop * static_cast<double> (index);
    return { std::max (0.0, middle - 0.5 * hop), middle + 0.5 * hop };
}

Tally tallyOf (const Comparison& comparison)
{
    const auto& line = comparison.master.bass;
    const auto& neutral = comparison.neutral->bass;
    const auto& device = comparison.device->bass;
    Tally tally;

    for (const auto& note : line.notes)
    {
        const auto own = ownHarmonics (note, line, neutral);

        for (std::size_t i = note.firstFrame; i < note.firstFrame + note.numFrames; ++i)
        {
            const auto reference = heardIn (neutral[i], own);
            const auto& frame = line.frames[i];

            if (! frame.f0Hz || frame.confidence < sureEnough
                || reference.salience < audibleSalience || reference.lowestRank == 0)
                continue;

            const auto onDevice = heardIn (device[i], own);
            count (tally, frame, reference, onDevice);

            if (isLost (onDevice, reference, *frame.f0Hz))
            {
                tally.lostFrames.push_back (i);
                tally.lostRanks.push_back (static_cast<double> (onDevice.lowestRank));
                tally.lostPitchesHz.push_back (*frame.f0Hz);
            }
        }
    }

    return tally;
}

double median (std::vector<double> values, double ofNone)
{
    if (values.empty())
        return ofNone;

    const auto middle = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 2);
    std::nth_element (values.begin(), middle, values.end());
    return *middle;
}

std::vector<TimeRange> rangesOfLost (const Tally& tally)
{
    std::vector<TimeRange> ranges (tally.lostFrames.size());
    std::ranges::transform (tally.lostFrames, ranges.begin(), aroundFrame);
    return lasting (std::move (ranges));
}

std::string summaryOf (const Tally& tally, double lost)
{
    const double rank = median (tally.lostRanks, 0.0);
    const std::string what = "The bass line cannot be followed in " + percent (lost)
                             + " of its time";

    if (rank < 2.0)
        return what + ": hardly anything of it is loud enough to be heard.";

    const double pitch = median (tally.lostPitchesHz, 0.0);
    return what + ": what is left of it begins at its " + ordinal (static_cast<int> (rank))
           + " harmonic, around " + hertz (rank * pitch) + ".";
}

/** What of the bass line's level is gone. */
double missingDb (const Tally& tally)
{
    constexpr double silence = 1e-12;
    return 10.0 * std::log10 (tally.neutralPower / std::max (tally.devicePower, silence));
}

/** How bad it is: small loudspeakers take the bass of most released masters, so an alarm is only what is
    also lost there for longer than of nineteen in twenty of them. Half of the line lost is always noted,
    less only where more than half of them lose less. Nothing is said where hardly any of them loses any: such
    a device has the bass, and what is lost there are the ends of notes. */
std::optional<Severity> severityOf (const Comparison& comparison, double lost)
{
    const auto norm = normOf (comparison, lostMeasure);

    const bool isFullRange = norm && norm->high < noteShare;

    if (lost <= noteShare || isFullRange || (lost <= warnShare && norm && lost <= norm->median))
        return std::nullopt;

    return lost <= warnShare || (norm && lost <= norm->high) ? Severity::note : Severity::warn;
}

Finding findingOf (const Comparison& comparison, const Tally& tally, double lost, Severity severity)
{
    Finding finding;
    finding.rule = RuleId::bassDisappears;
    finding.severity = severity;
    finding.ranges = rangesOfLost (tally);
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    const double pitch = median (tally.lostPitchesHz, 0.0);
    finding.band = Band { 0.8 * pitch, 2.5 * pitch };
    finding.evidence = { "share of the bass line's time in which it cannot be followed",
                         lost,
                         severity == Severity::warn ? warnShare : noteShare,
                         "",
                         Basis::heuristic,
                         "audible harmonics against ISO 226 and masking (docs/hearing.md); the "
                         "lowest rank that carries pitch after Mehta & Oxenham 2020" };
    finding.confidence = tally.confidence / static_cast<double> (tally.frames);
    finding.summary = summaryOf (tally, lost);
    finding.remedy.proposals = { { Treatment::Kind::peak, 155.0, 3.0, 1.0 },
                                 { Treatment::Kind::peak, 155.0, 6.0, 1.0 } };
    finding.remedy.sentence =
        "Give the bass overtones between 150 and 600 Hz (saturation, a second "
        "layer an octave up): untried.";
    finding.plot = harmonicsPlot (comparison, tally.lostFrames);
    return finding;
}

} // namespace

Judgement bassDisappears (const Comparison& comparison)
{
    Judgement judgement;

    if (comparison.master.bass.isEmpty())
    {
        judgement.notAssessable = "No bass line found.";
        return judgement;
    }

    const auto tally = tallyOf (comparison);
    const auto frames = static_cast<double> (tally.frames);

    if (frames * hearing::BassFrames::hop.value < leastSeconds)
    {
        judgement.notAssessable = "Too little of a bass line can be heard to say anything of it.";
        return judgement;
    }

    const double lost = static_cast<double> (tally.lostFrames.size()) / frames;
    judgement.measures = {
        { lostMeasure, lost },
        { "bassRetained", median (tally.retentions, 0.0) },
        { "bassLowestHarmonic", median (tally.lowestRanks, 0.0) },
        { "bassMissingDb", missingDb (tally) },
    };

    if (const auto severity = severityOf (comparison, lost))
        judgement.findings.push_back (findingOf (comparison, tally, lost, *severity));

    return judgement;
}

} // namespace analysis
