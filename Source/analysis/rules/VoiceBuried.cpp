// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/VoiceBuried.h"

#include "analysis/rules/Norm.h"
#include "analysis/rules/Wording.h"
#include "hearing/EqualLoudness.h"
#include "hearing/MaskedThreshold.h"
#include "hearing/ThirdOctaveFilters.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace analysis
{

namespace
{

// Third octaves from 200 Hz to 5 kHz, and what each does for speech (ANSI S3.5-1997, table 3).
constexpr std::size_t firstBand = 9;
constexpr std::array importance { 0.0095, 0.0150, 0.0289, 0.0440, 0.0578, 0.0653, 0.0711, 0.0818,
                                  0.0844, 0.0882, 0.0898, 0.0868, 0.0844, 0.0771, 0.0527 };
constexpr std::size_t numBands = importance.size();

// Below −15 dB beside the rest a band says nothing, from +15 dB on it says all.
constexpr double audibleRangeDb = 15.0;

// A voice may be there when so much of the power is in the middle, but not all: of a mono mix nothing can be told.
constexpr double likelyShare = 0.5;
constexpr double monoShare = 0.97;

constexpr double lostAudibility = -0.10;
constexpr double leastShare = 0.3;
constexpr double leastSeconds = 8.0;

using Bands = std::array<double, numBands>;

double powerOf (double db) { return std::pow (10.0, db / 10.0); }

/** The bands of the ear by the third octave in which their middle lies; numBands for those beyond. */
std::array<std::size_t, erb_bands::count> bandOfErb()
{
    std::array<std::size_t, erb_bands::count> result {};

    for (std::size_t erb = 0; erb < erb_bands::count; ++erb)
    {
        const double hz = std::sqrt (erb_bands::edgeHz (erb) * erb_bands::edgeHz (erb + 1));
        const double place = 10.0 * std::log10 (hz / hearing::thirdOctaveCentreHz (firstBand));
        const auto band = std::lround (place);
        result[erb] = band < 0 ? numBands : std::min (numBands, static_cast<std::size_t> (band));
    }

    return result;
}

/** What one window has in the middle and altogether, and what of it one loudspeaker plays. */
struct Middle
{
    Bands common {};
    Bands apart {};
    Bands together {};

    double share() const
    {
        double all = 0.0;
        double middle = 0.0;

        for (std::size_t band = 0; band < numBands; ++band)
        {
            all += apart[band];
            middle += common[band];
        }

        return all > 0.0 ? middle / all : 0.0;
    }
};

Middle middleOf (const FoldWindow& window, const std::array<std::size_t, erb_bands::count>& bands)
{
    Middle result;

    for (std::size_t erb = 0; erb < erb_bands::count; ++erb)
        if (const auto band = bands[erb]; band < numBands)
        {
            const auto apart = static_cast<double> (window.apart[erb]);
            const auto together = static_cast<double> (window.together[erb]);
            result.apart[band] += apart;
            result.together[band] += together;
            result.common[band] += std::max (0.0, 2.0 * together - apart);
        }

    return result;
}

/** How much of the middle can be made out, 0 … 1.
    @param played  what the device plays of the channels: apart or together
    @param noise   power in each band that is there anyway */
double audibility (const EarLevels::Ears& ears,
                   const Bands& common,
                   const Bands& played,
                   const Bands& noise)
{
    double sum = 0.0;
    double most = 0.0;

    for (std::size_t band = 0; band < numBands; ++band)
    {
        const auto third = firstBand + band;
        const double heard = 0.5 * (powerOf (ears[0][third]) + powerOf (ears[1][third]));
        const double share = played[band] > 0.0 ? std::min (1.0, common[band] / played[band]) : 0.0;
        const double rest = heard * (1.0 - share) + noise[band];
        const double ratioDb = 10.0 * std::log10 ((heard * share + 1e-12) / (rest + 1e-12));
        sum += importance[band]
               * std::clamp ((ratioDb + audibleRangeDb) / (2.0 * audibleRangeDb), 0.0, 1.0);
        most += importance[band];
    }

    return sum / most;
}

Bands quiet()
{
    Bands noise {};

    for (std::size_t band = 0; band < numBands; ++band)
        noise[band] = powerOf (
            hearing::thresholdOfHearing ({ hearing::thirdOctaveCentreHz (firstBand + band) })
                .dbSpl);

    return noise;
}

Bands besides (const Column& column)
{
    auto noise = quiet();

    if (column.noise != nullptr && column.noise->noise)
        if (const auto levels = hearing::thirdOctavesOf (column.noise->noise->thirdOctavesDbSpl))
            for (std::size_t band = 0; band < numBands; ++band)
                noise[band] += powerOf ((*levels)[firstBand + band]);

    return noise;
}

/** What came of all windows in which a voice may be. */
struct Change
{
    std::size_t active = 0;
    double sum = 0.0;
    std::vector<TimeRange> buried;

    double seconds() const { return StereoField::foldWindowSeconds * static_cast<double> (active); }
};

Change changeOf (const Comparison& comparison)
{
    constexpr auto hopsPerWindow = static_cast<std::size_t> (StereoField::foldWindowSeconds
                                                             * hopsPerSecond);
    const auto& folds = comparison.master.stereo.folds;
    const auto& neutral = *comparison.neutral;
    const auto& device = *comparison.device;
    const auto bands = bandOfErb();
    const auto sounding = soundingHops (neutral.loudness);
    const auto inQuiet = quiet();
    const auto beside = besides (*comparison.column);
    const bool isStereo = comparison.column->device->fold.kind != library::Fold::Kind::monoSum;
    Change change;

    for (std::size_t w = 0; w < folds.size() && w * hopsPerWindow < sounding.size(); ++w)
    {
        const auto hop = w * hopsPerWindow;
        const auto middle = middleOf (folds[w], bands);

        if (! sounding[hop] || middle.share() < likelyShare || middle.share() > monoShare)
            continue;

        const double was = audibility (
            neutral.ears.thirdOctaves[hop], middle.common, middle.apart, inQuiet);
        const double is = audibility (device.ears.thirdOctaves[hop],
                                      middle.common,
                                      isStereo ? middle.apart : middle.together,
                                      beside);
        ++change.active;
        change.sum += is - was;

        if (is - was <= lostAudibility)
        {
            const double start = StereoField::foldWindowSeconds * static_cast<double> (w);
            change.buried.push_back ({ start, start + StereoField::foldWindowSeconds });
        }
    }

    return change;
}

/** Where voices drown in most released masters too, the place is at fault: docs/decisions/0136. */
double shareThatCounts (const Comparison& comparison)
{
    const auto norm = normOf (comparison, "voiceBuriedShare");
    return std::max (leastShare, norm ? norm->high : 0.0);
}

Finding findingOf (const Comparison& comparison, const Change& change, double share)
{
    Finding finding;
    finding.rule = RuleId::voiceBuried;
    finding.severity = Severity::note; // docs/measured/voices.md
    finding.ranges = lasting (change.buried);
    finding.spread = spreadOf (finding.ranges, comparison.master.seconds);
    finding.band = Band { 200.0, 5000.0 };
    finding.evidence = {
        "share of the time in which what is in the middle is a tenth less audible than in "
        "Neutral",
        share,
        shareThatCounts (comparison),
        "",
        Basis::heuristic,
        "band-importance function of ANSI S3.5-1997 over the ratio of what both channels "
        "share to the rest"
    };
    finding.confidence = 0.3;
    finding.summary = "The voice may be harder to follow; not certain, please listen.";
    finding.remedy.proposals = { { Treatment::Kind::peak, 2500.0, 2.0, 0.7 } };
    finding.remedy.sentence = "Lift the voice in the mix by 1 to 2 dB: untried.";
    return finding;
}

} // namespace

Judgement voiceBuried (const Comparison& comparison)
{
    Judgement judgement;
    const auto change = changeOf (comparison);

    if (change.seconds() < leastSeconds)
    {
        judgement.notAssessable = comparison.master.stereo.folds.empty()
                                      ? "A mono file does not tell a voice from the rest."
                                      : "No voice was told from the rest.";
        return judgement;
    }

    const auto active = static_cast<double> (change.active);
    const double share = totalLength (change.buried) / change.seconds();
    judgement.measures = { { "voiceChange", change.sum / active }, { "voiceBuriedShare", share } };

    if (share > shareThatCounts (comparison))
        judgement.findings.push_back (findingOf (comparison, change, share));

    return judgement;
}

} // namespace analysis
