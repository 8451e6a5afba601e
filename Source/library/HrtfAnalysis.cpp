// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/HrtfAnalysis.h"

#include "dsp/MinimumPhaseSpectrum.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace library
{

namespace
{

using Spectrum = std::vector<std::complex<double>>;

// A notch may be endless; nothing that is heard lies further down than this.
constexpr double deepestDb = -60.0;

// The correlation is read off between the samples: this many times as often.
constexpr std::size_t finer = 4;

std::vector<double> levelsOf (const Spectrum& bins)
{
    std::vector<double> levels;

    for (const auto& bin : bins)
        levels.push_back (20.0 * std::log10 (std::max (std::abs (bin), 1.0e-30)));

    const double lowest = *std::max_element (levels.begin(), levels.end()) + deepestDb;

    for (double& level : levels)
        level = std::max (level, lowest);

    return levels;
}

/** The interaural delay is heard below about 1.5 kHz (Wightman & Kistler 1992): there the delay has to
    be right. Full weight up to 1.5 kHz, none from 3 kHz on. */
double weightForDelay (double frequencyHz)
{
    constexpr double fullUpToHz = 1500.0;
    constexpr double noneFromHz = 3000.0;
    const double way = std::clamp (
        (frequencyHz - fullUpToHz) / (noneFromHz - fullUpToHz), 0.0, 1.0);
    return 0.5 + 0.5 * std::cos (std::numbers::pi * way);
}

/** Place of the maximum of the parabola through three neighbouring values, −0.5 … 0.5. */
double vertex (double before, double at, double after)
{
    const double bend = before - 2.0 * at + after;
    return bend < 0.0 ? 0.5 * (before - after) / bend : 0.0;
}

double lagOfMaximum (const std::vector<double>& correlation)
{
    const auto size = correlation.size();
    const auto best = static_cast<std::size_t> (
        std::max_element (correlation.begin(), correlation.end()) - correlation.begin());
    const double fraction = vertex (
        correlation[(best + size - 1) % size], correlation[best], correlation[(best + 1) % size]);
    const double lag = static_cast<double> (best) + fraction;

    return best > size / 2 ? lag - static_cast<double> (size) : lag;
}

} // namespace

HrirParts hrirParts (const Hrir& hrir, const dsp::DesignFft& fft, const dsp::DesignFft& fineFft)
{
    PRECONDITION (hrir.samples.size() <= fft.size() / 2 && fineFft.size() == finer * fft.size());
    const Spectrum measured = fft.forward (hrir.samples);
    auto levels = levelsOf (measured);
    const Spectrum minimal = dsp::minimumPhaseSpectrum (levels, fft);

    const double binHz = static_cast<double> (hrir.rate.hertz) / static_cast<double> (fft.size());
    Spectrum product (fineFft.numBins());

    for (std::size_t k = 0; k < measured.size(); ++k)
        product[k] = weightForDelay (binHz * static_cast<double> (k)) * measured[k]
                     * std::conj (minimal[k]);

    const double lag = lagOfMaximum (fineFft.inverse (product));
    return { std::move (levels), lag / static_cast<double> (finer) };
}

} // namespace library
