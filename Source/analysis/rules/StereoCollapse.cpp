// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/StereoCollapse.h"

#include "analysis/rules/Wording.h"
#include "hearing/TonalMasking.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace analysis
{

namespace
{

// One channel 12 dB above the other, as a share of both.
constexpr float oneSideShare = 0.94f;

// Correlation below −0.3: half the power of the sum, as a share of both channels.
constexpr float outOfPhaseShare = 0.35f;

// Ten decibels are twice as loud (ISO 532-1, above 1 sone).
constexpr double loudnessExponent = 0.30103;

// There is no image to speak of below.
constexpr std::size_t firstBark = 3;

constexpr double salientShare = 0.1;
constexpr double keptWarn = 0.25;
constexpr double keptNote = 0.5;
constexpr double leastSeconds = 4.0;
constexpr double leastShare = 0.05;

using BarkShares = std::array<double, HopLoudness::numBands>;
using Powers = std::array<float, erb_bands::count>;

bool isOffCentre (const FoldWindow& window, std::size_t band)
{
    const float apart = window.apart[band];
    const float left = window.left[band];
    return apart > 0.0f
           && (left > oneSideShare * apart || left < (1.0f - oneSideShare) * apart
               || window.together[band] < outOfPhaseShare * apart);
}

/** The Bark in which an ERB lies, by its middle. */
std::size_t barkBandOf (std::size_t band)
{
    const double hz = std::sqrt (erb_bands::edgeHz (band) * erb_bands::edgeHz (band + 1));
    const double bark = std::clamp (hearing::criticalBandRate (hz), 0.0, 23.9);
    return static_cast<std::size_t> (bark);
}

/** What every device plays of a window. */
const Powers& playedBy (library::Fold::Kind fold, const FoldWindow& window)
{
    using Kind = library::Fold::Kind;
    return fold == Kind::monoSum    ? window.together
           : fold == Kind::leftOnly ? window.left
                                    : window.apart;
}

/** In every Bark: which share of the power is off the centre, and what of its loudness the fold leaves. */
struct OffCentreBands
{
    BarkShares share {};
    BarkShares kept {};
};

OffCentreBands offCentreBands (const FoldWindow& window,
                               const Powers& played,
                               const std::array<std::size_t, erb_bands::count>& barkOfBand)
{
    OffCentreBands bands;
    BarkShares all {};
    BarkShares left {};

    for (std::size_t band = 0; band < erb_bands::count; ++band)
    {
        const auto bark = barkOfBand[band];
        all[bark] += static_cast<double> (window.apart[band]);

        if (isOffCentre (window, band))
        {
            bands.share[bark] += static_cast<double> (window.apart[band]);
            left[bark] += static_cast<double> (played[band]);
        }
    }

    for (std::size_t bark = 0; bark < all.size(); ++bark)
        if (bands.share[bark] > 0.0)
        {
            bands.kept[bark] = std::pow (left[bark] / bands.share[bark], loudnessExponent);
            bands.share[bark] /= all[bark];
        }

    return bands;
}

/** What is off the centre of a hop's loudness, and what is left of that: as shares of all of it. */
struct OffCentreLoudness
{
    double neutral = 0.0;
    double device = 0.0;
};

OffCentreLoudness loudnessOf (const OffCentreBands& bands, const HopLoudness& hop)
{
    OffCentreLoudness off;

    for (std::size_t bark = firstBark; bark < bands.share.size(); ++bark)
    {
        const double here = bands.share[bark] * static_cast<double> (hop.perBark[bark] / hop.sone);
        off.neutral += here;
        off.device += bands.kept[bark] * here;
    }

    return off;
}

/** What is off the centre, over all windows in which it is salient. */
struct OffCentre
{
    std::size_t sounding = 0; ///< windows
    std::size_t salient = 0;
    double neutral = 0.0; ///< as a share of the loudness, added up over windows
    double device = 0.0;
    std::vector<TimeRange> lost;

    double kept() const { return neutral > 0.0 ? std::min (1.0, device / neutral) : 1.0; }
    double seconds() const
    {
        return StereoField::foldWindowSeconds * static_cast<double> (salient);
    }
};

OffCentre offCentre (const Comparison& comparison)
{
    std::array<std::size_t, erb_bands::count> barkOfBand {};

    for (std::size_t band = 0; band < erb_bands::count; ++band)
        barkOfBand[band] = barkBandOf (band);

    constexpr auto hopsPerWindow = static_cast<std::size_t> (StereoField::foldWindowSeconds
                                                             * hopsPerSecond);
    const auto& neutral = comparison.neutral->loudness;
    const auto& folds = comparison.master.stereo.folds;
    const auto sounding = soundingHops (neutral);
    const auto fold = comparison.column->device->fold.kind;
    OffCentre result;

    for (std::size_t w = 0; w < folds.size() && w * hopsPerWindow < neutral.size(); ++w)
    {
        const auto hop = w * hopsPerWindow;

        if (! sounding[hop])
            continue;

        ++result.sounding;
        const auto off = loudnessOf (
            offCentreBands (folds[w], playedBy (fold, folds[w]), barkOfBand), neutral[hop]);

        if (off.neutral < salientShare)
            continue;

        ++result.salient;
        result.neutral += off.neutral;
        result.device += off.device;

        if (off.device < keptNote * off.neutral)
        {
            const double start = StereoField::foldWindowSeconds * static_cast<double> (w);
            result.lost.push_back ({ start, start + StereoField::foldWindowSeconds });
        }
    }

    return result;
}

Finding findingOf (const Comparison& comparison, const OffCentre& off)
{
    Finding finding;
    finding.rule = RuleId::stereoCollapse;
    finding.severity = off.kept() < keptWarn ? Severity::warn : Severity::note;
    finding.ranges = lasting (off.lost);
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    finding.evidence = {
        "how much is left of the loudness of what sounds beside the centre",
        off.kept(),
        off.kept() < keptWarn ? keptWarn : keptNote,
        "",
        Basis::heuristic,
        "specific loudness in Neutral (ISO 532-1) of the bands that are on one side or out of "
        "phase, and what of their power is played"
    };
    finding.confidence = 0.6;
    finding.summary = "Of what sounds at the sides only " + percent (off.kept())
                      + " of the loudness is left.";
    finding.remedy.proposals = { { Treatment::Kind::sideGain, 0.0, -3.0, 0.7 },
                                 { Treatment::Kind::sideGain, 0.0, -6.0, 0.7 } };
    finding.remedy.sentence =
        "Bring what sounds at the sides closer to the centre, or turn its phase: "
        "untried.";
    return finding;
}

} // namespace

Judgement stereoCollapse (const Comparison& comparison)
{
    Judgement judgement;

    if (comparison.master.stereo.folds.empty())
        return judgement;

    const auto off = offCentre (comparison);
    judgement.measures.push_back ({ "offCentreSeconds", off.seconds() });

    if (off.seconds() < leastSeconds
        || static_cast<double> (off.salient) < leastShare * static_cast<double> (off.sounding))
        return judgement;

    judgement.measures.push_back ({ "offCentreKept", off.kept() });

    if (off.kept() < keptNote)
        judgement.findings.push_back (findingOf (comparison, off));

    return judgement;
}

} // namespace analysis
