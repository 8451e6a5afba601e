// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MinimumPhase.h"

#include "dsp/Fft.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <numbers>

namespace dsp
{
namespace
{

constexpr double shortestSeconds = 0.34; // for what lies above bassBelowHz
constexpr double bassBelowHz = 40.0;

// A response this far below its maximum at 40 Hz has no content there that could be heard beside
// the rest (heuristic: the span between loud music and a quiet room).
constexpr double inaudibleDb = 60.0;

// Outside its points the response may fall on for ever; no ear and no converter follows it further
// down than this below its maximum, and a logarithm must stay finite.
constexpr double floorDb = -160.0;

double maximumDb (const FrequencyResponse& response)
{
    return *std::max_element (response.levelsDb().begin(), response.levelsDb().end());
}

/** The curve that is realised: the response, and beyond its ends its last slope, never rising. */
class Continued
{
public:
    explicit Continued (const FrequencyResponse& given)
        : response (given),
          lowestHz (given.frequenciesHz().front()),
          highestHz (given.frequenciesHz().back()),
          fallBelow (std::max (0.0, slope (lowestHz, lowestHz * slopeSpan))),
          fallAbove (std::min (0.0, slope (highestHz / slopeSpan, highestHz))),
          lowestDb (maximumDb (given) + floorDb)
    {}

    double levelDbAt (double frequencyHz) const
    {
        if (frequencyHz < lowestHz)
            return beyond (response.levelsDb().front(),
                           fallBelow * std::log (frequencyHz / lowestHz));

        if (frequencyHz > highestHz)
            return beyond (response.levelsDb().back(),
                           fallAbove * std::log (frequencyHz / highestHz));

        return response.levelDbAt (frequencyHz);
    }

private:
    // The slope at an end is that of the last third of an octave: two neighbouring points of a
    // measurement are mostly noise.
    static constexpr double slopeSpan = 1.2599210498948732;

    double slope (double fromHz, double toHz) const
    {
        return (response.levelDbAt (toHz) - response.levelDbAt (fromHz)) / std::log (toHz / fromHz);
    }

    double beyond (double endDb, double changeDb) const
    {
        return std::max (endDb + changeDb, std::min (endDb, lowestDb));
    }

    const FrequencyResponse& response;
    double lowestHz;
    double highestHz;
    double fallBelow;
    double fallAbove;
    double lowestDb;
};

/** ln |H| at the bins of the transform. DC stands for what lies below half of the first bin. */
std::vector<std::complex<double>>
logMagnitude (const Continued& curve, const DesignFft& fft, units::SampleRate rate)
{
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
    std::vector<std::complex<double>> bins (fft.numBins());

    for (std::size_t k = 0; k < bins.size(); ++k)
    {
        const double frequency = binHz * (k == 0 ? 0.5 : static_cast<double> (k));
        bins[k] = curve.levelDbAt (frequency) * std::numbers::ln10 / 20.0;
    }

    return bins;
}

/** Folding the real cepstrum onto positive time leaves the magnitude as it is and gives every
    part of the response the least phase it can have (Oppenheim & Schafer). */
std::vector<double> samplesOfLeastPhase (std::vector<std::complex<double>> logMagnitudes,
                                         const DesignFft& fft)
{
    auto cepstrum = fft.inverse (logMagnitudes);
    const std::size_t half = cepstrum.size() / 2;

    for (std::size_t n = 1; n < half; ++n)
        cepstrum[n] *= 2.0;

    std::fill (cepstrum.begin() + static_cast<std::ptrdiff_t> (half) + 1, cepstrum.end(), 0.0);

    auto spectrum = fft.forward (cepstrum);

    for (auto& bin : spectrum)
        bin = std::exp (bin);

    return fft.inverse (spectrum);
}

std::size_t tapsFor (const FrequencyResponse& response,
                     const Continued& curve,
                     units::SampleRate rate,
                     double maximumSeconds)
{
    const bool hasBass = curve.levelDbAt (bassBelowHz) > maximumDb (response) - inaudibleDb;
    return rate.framesIn (
        { hasBass ? maximumSeconds : std::min (shortestSeconds, maximumSeconds) });
}

/** Half a cosine over the last quarter, so that the end is not heard as a step. */
void fadeOut (std::vector<double>& samples)
{
    const std::size_t fade = samples.size() / 4;

    for (std::size_t n = 0; n < fade; ++n)
    {
        const double phase = (static_cast<double> (n) + 0.5) / static_cast<double> (fade);
        samples[samples.size() - 1 - n] *= 0.5 - 0.5 * std::cos (std::numbers::pi * phase);
    }
}

} // namespace

ImpulseResponse
minimumPhase (const FrequencyResponse& response, units::SampleRate rate, MinimumPhaseLength length)
{
    PRECONDITION (rate.hertz > 0 && length.maximumSeconds > 0.0);

    const Continued curve { response };
    const std::size_t taps = tapsFor (response, curve, rate, length.maximumSeconds);

    // Four times the length is long enough for the cepstrum not to wrap around audibly.
    const DesignFft fft { std::bit_ceil (std::max<std::size_t> (4 * taps, 1024)) };
    auto samples = samplesOfLeastPhase (logMagnitude (curve, fft, rate), fft);
    samples.resize (taps);
    fadeOut (samples);
    return { std::move (samples), rate };
}

} // namespace dsp
