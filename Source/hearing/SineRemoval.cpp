// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SineRemoval.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

// Half widths in bins: of the Hann window's main lobe, and of what is taken away.
constexpr double mainLobe = 2.0;
constexpr double sideLobes = 6.0;

// Of noise, the fit takes four fifths of the power in the main lobe along: what is left there is raised by
// so much. SineRemovalTest holds it to that.
constexpr double noiseTakenAlong = 5.0;

/** The transform of the window, 1 at 0, real because the frame's middle is the origin. */
double windowAt (double bins)
{
    const double x = std::abs (bins);

    if (x < 1e-6)
        return 1.0;

    if (std::abs (x - 1.0) < 1e-6)
        return 0.5;

    return std::sin (std::numbers::pi * x) / (std::numbers::pi * x * (1.0 - x * x));
}

/** Of a sine that swells or dies away in the frame: t · w(t) becomes the slope of w's transform. */
double slopeAt (double bins)
{
    constexpr double step = 1e-3;
    return (windowAt (bins + step) - windowAt (bins - step)) / (2.0 * step);
}

std::size_t binsFrom (double place, double reach)
{
    return static_cast<std::size_t> (std::max (0.0, std::ceil (place - reach)));
}

std::size_t binsTo (double place, double reach, std::size_t numBins)
{
    return std::min (numBins, static_cast<std::size_t> (std::floor (place + reach)) + 1);
}

} // namespace

double SineRemoval::remove (double frequencyHz)
{
    const double place = refined (frequencyHz / spectrum.binHz);
    const double power = fittedPower (place);

    for (auto& bins : spectrum.channels)
        takeAway (swelling (bins, place), place, bins);

    for (std::size_t k = binsFrom (place, mainLobe); k < binsTo (place, mainLobe, thinned.size());
         ++k)
        thinned[k] = noiseTakenAlong;

    return power;
}

void SineRemoval::takeAway (const Swelling& sine, double place, Bins& from)
{
    for (std::size_t k = binsFrom (place, sideLobes); k < binsTo (place, sideLobes, from.size());
         ++k)
    {
        const double away = static_cast<double> (k) - place;
        from[k] -= sine.amplitude * windowAt (away) + sine.slope * slopeAt (away);
    }
}

/** Least squares over the window's main lobe. */
SineRemoval::Swelling SineRemoval::swelling (const Bins& bins, double place)
{
    std::complex<double> onWindow;
    std::complex<double> onSlope;
    double windows = 0.0;
    double slopes = 0.0;
    double both = 0.0;

    for (std::size_t k = binsFrom (place, mainLobe); k < binsTo (place, mainLobe, bins.size()); ++k)
    {
        const double window = windowAt (static_cast<double> (k) - place);
        const double slope = slopeAt (static_cast<double> (k) - place);
        onWindow += window * bins[k];
        onSlope += slope * bins[k];
        windows += window * window;
        slopes += slope * slope;
        both += window * slope;
    }

    const double determinant = windows * slopes - both * both;

    if (! (determinant > 0.0))
        return {};

    return { (onWindow * slopes - onSlope * both) / determinant,
             (onSlope * windows - onWindow * both) / determinant };
}

std::vector<PartialPower> SineRemoval::remainder() const
{
    std::vector<PartialPower> result;

    for (std::size_t k = 0; k < spectrum.powers.size(); ++k)
    {
        double power = 0.0;

        for (const auto& bins : spectrum.channels)
            power += thinned[k] * std::norm (bins[k]);

        result.push_back (
            { spectrum.frequencyOf (k),
              power / BassSpectrum::noiseBins / static_cast<double> (spectrum.channels.size()) });
    }

    return result;
}

/** Least squares over the window's main lobe. */
std::complex<double> SineRemoval::fitted (const Bins& bins, double place)
{
    std::complex<double> product;
    double energy = 0.0;

    for (std::size_t k = binsFrom (place, mainLobe); k < binsTo (place, mainLobe, bins.size()); ++k)
    {
        const double window = windowAt (static_cast<double> (k) - place);
        product += window * bins[k];
        energy += window * window;
    }

    return energy > 0.0 ? product / energy : std::complex<double> {};
}

double SineRemoval::fittedPower (double place) const
{
    double power = 0.0;

    for (const auto& bins : spectrum.channels)
        power += std::norm (fitted (bins, place)) / static_cast<double> (spectrum.channels.size());

    return power;
}

/** Where within half a bin the sine fits best: f0 is right to a few cents, its tenth multiple is
    not. */
double SineRemoval::refined (double place) const
{
    double best = place;
    double highest = fittedPower (place);

    for (const double away : { -0.5, -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5 })
        if (const double power = fittedPower (place + away); power > highest)
        {
            highest = power;
            best = place + away;
        }

    return best;
}

} // namespace hearing
