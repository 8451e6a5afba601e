// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassSalience.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>

namespace hearing
{
namespace
{

constexpr double highestHarmonicHz = 1300.0;
constexpr double stepsPerOctave = 96.0;

// Chosen on synthetic mixes (docs/decisions/0049-the-bass-line-from-peaks.md): how much a missing
// harmonic speaks against a fundamental, and above which frequency a peak says less about the bass.
constexpr double weightOfMissing = 0.33;
constexpr double bassKneeHz = 120.0;
constexpr std::size_t maxCandidates = 8;

struct Peak
{
    double frequencyHz;
    double weight; ///< less above the bass
    double height; ///< of the root of the pink-weighted power; the bass's highest peak has 1
};

/** Powers times frequency: pink noise made flat. */
std::vector<double> pinkWeighted (const BassSpectrum& spectrum)
{
    std::vector<double> result (spectrum.powers.size());

    for (std::size_t k = 0; k < result.size(); ++k)
        result[k] = spectrum.powers[k] * spectrum.frequencyOf (k);

    return result;
}

std::size_t binAt (const BassSpectrum& spectrum, double hz)
{
    return std::min (spectrum.powers.size() - 1,
                     static_cast<std::size_t> (std::lround (hz / spectrum.binHz)));
}

/** Power between two frequencies. */
double bandPower (const BassSpectrum& spectrum, double lowHz, double highHz)
{
    double sum = 0.0;

    for (std::size_t k = binAt (spectrum, lowHz); k <= binAt (spectrum, highHz); ++k)
        sum += spectrum.powers[k];

    return sum / BassSpectrum::noiseBins;
}

double median (std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 2);
    std::nth_element (values.begin(), middle, values.end());
    return *middle;
}

bool isActive (const BassSpectrum& spectrum, const std::vector<double>& pink)
{
    // −90 dB re full scale: what is below was never meant to be heard.
    constexpr double silence = 1e-9;
    constexpr double minShare = 0.0631;    // −12 dB
    constexpr double minProminence = 10.0; // 10 dB

    if (! (spectrum.totalMeanSquare > silence)
        || bandPower (spectrum, lowestBassHz, highestBassHz) < minShare * spectrum.totalMeanSquare)
        return false;

    const auto at = [&] (double hz) {
        return pink.begin() + static_cast<std::ptrdiff_t> (binAt (spectrum, hz));
    };
    const double highest = *std::max_element (at (lowestBassHz), at (highestBassHz) + 1);
    return highest >= minProminence * median ({ at (lowestBassHz), at (highestHarmonicHz) + 1 });
}

/** Local maxima, the place between bins read off a parabola through the levels. */
std::vector<Peak> peaksOf (const BassSpectrum& spectrum, const std::vector<double>& pink)
{
    std::vector<Peak> peaks;
    double highest = 0.0;

    for (std::size_t k = 2; k < binAt (spectrum, highestHarmonicHz + 50.0); ++k)
    {
        if (! (pink[k] > pink[k - 1] && pink[k] >= pink[k + 1]))
            continue;

        const double left = std::log (spectrum.powers[k - 1] + 1e-30);
        const double middle = std::log (spectrum.powers[k] + 1e-30);
        const double right = std::log (spectrum.powers[k + 1] + 1e-30);
        const double curvature = left - 2.0 * middle + right;
        const double offset = curvature < 0.0
                                  ? std::clamp (0.5 * (left - right) / curvature, -0.5, 0.5)
                                  : 0.0;
        const double hz = (static_cast<double> (k) + offset) * spectrum.binHz;
        peaks.push_back (
            { hz, 1.0 / (1.0 + std::pow (hz / bassKneeHz, 2.0)), std::sqrt (pink[k]) });

        if (hz < 2.0 * highestBassHz)
            highest = std::max (highest, peaks.back().height);
    }

    for (auto& peak : peaks)
        peak.height = std::min (1.0, peak.height / std::max (highest, 1e-30));

    return peaks;
}

constexpr int numHarmonics = 10;

/** How well a peak fits the nearest harmonic: 1 on it, 0 at the edge of what counts. */
double fit (double hz, double f0Hz, double number, double binHz)
{
    const double width = std::max (std::min (0.03 * number, 0.12) * f0Hz, 0.3 * binHz);
    const double away = (hz - number * f0Hz) / width;
    return std::max (0.0, 1.0 - away * away);
}

/** The peaks of a frame in ascending order, and what they weigh together. */
struct PeakList
{
    std::vector<Peak> peaks;
    double binHz;
    double weight;
};

/** The harmonic nearest to a frequency, at least the first: the cast rounds towards 0. */
int nearestHarmonic (double hz, double f0Hz) { return static_cast<int> (hz / f0Hz - 0.5) + 1; }

/** The share of the peaks that stands on harmonics, less what harmonics are missing. */
double salienceAt (const PeakList& list, double f0Hz)
{
    std::array<double, numHarmonics + 1> found {};
    double explained = 0.0;

    for (const Peak& peak : list.peaks)
    {
        const int number = nearestHarmonic (peak.frequencyHz, f0Hz);

        if (number > numHarmonics)
            break;

        const double fitting = fit (peak.frequencyHz, f0Hz, number, list.binHz);
        explained += peak.weight * peak.height * fitting;
        auto& best = found[static_cast<std::size_t> (number)];
        best = std::max (best, peak.height * fitting);
    }

    double missing = 0.0;
    double expected = 0.0;

    for (int n = 1; n <= numHarmonics && n * f0Hz <= 450.0; ++n)
    {
        expected += 1.0 / n;
        missing += (1.0 - found[static_cast<std::size_t> (n)]) / n;
    }

    return explained / list.weight - weightOfMissing * missing / expected;
}

/** The fundamental that fits the peaks near its harmonics best, weighted by height. */
double refined (double f0Hz, std::span<const Peak> peaks)
{
    double numerator = 0.0;
    double denominator = 0.0;

    for (const Peak& peak : peaks)
    {
        const double number = std::round (peak.frequencyHz / f0Hz);

        if (number < 1.0 || number > 10.0)
            continue;

        const double away = std::abs (peak.frequencyHz - number * f0Hz);

        if (away > 0.03 * number * f0Hz || away > 0.2 * f0Hz)
            continue;

        const double weight = peak.height * peak.height * peak.height * peak.height;
        numerator += weight * number * peak.frequencyHz;
        denominator += weight * number * number;
    }

    return denominator > 0.0 ? numerator / denominator : f0Hz;
}

/** Looks how much of the low end stands on the candidate's harmonics. */
void weigh (BassCandidate& candidate, const BassSpectrum& spectrum)
{
    constexpr double lowHz = 25.0;
    constexpr double highHz = 400.0;
    double on = 0.0;
    double all = 0.0;

    for (std::size_t k = binAt (spectrum, lowHz); k <= binAt (spectrum, highHz); ++k)
    {
        const double hz = spectrum.frequencyOf (k);
        const double number = nearestHarmonic (hz, candidate.f0Hz);
        const bool isOn = std::abs (hz - number * candidate.f0Hz) < 2.0 * spectrum.binHz;
        all += spectrum.powers[k];
        on += isOn ? spectrum.powers[k] : 0.0;
    }

    candidate.tonalShare = all > 0.0 ? on / all : 0.0;
    candidate.power = on / BassSpectrum::noiseBins;
}

} // namespace

BassEvidence bassEvidence (const BassSpectrum& spectrum)
{
    const auto pink = pinkWeighted (spectrum);
    BassEvidence result;
    result.active = isActive (spectrum, pink);

    if (! result.active)
        return result;

    PeakList list { peaksOf (spectrum, pink), spectrum.binHz, 1e-9 };

    for (const Peak& peak : list.peaks)
        list.weight += peak.weight * peak.height;

    const double step = std::exp2 (1.0 / stepsPerOctave);
    double before = 0.0;
    double here = salienceAt (list, lowestBassHz / step);

    for (double f0 = lowestBassHz / step; f0 <= highestBassHz * step; f0 *= step)
    {
        const double after = salienceAt (list, f0 * step);

        if (here >= before && here > after)
            result.candidates.push_back ({ f0, here });

        before = here;
        here = after;
    }

    std::ranges::sort (result.candidates, std::greater<> {}, &BassCandidate::salience);
    result.candidates.resize (std::min (maxCandidates, result.candidates.size()));

    for (auto& candidate : result.candidates)
    {
        candidate.f0Hz = refined (candidate.f0Hz, list.peaks);
        weigh (candidate, spectrum);
    }

    return result;
}

} // namespace hearing
