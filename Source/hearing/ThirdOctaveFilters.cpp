// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ThirdOctaveFilters.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace hearing
{
namespace
{

using Complex = std::complex<double>;

constexpr units::SampleRate tabledRate { 48000 };

/** ISO 532-1:2017, tables A.1 and A.2: what a resonator's a1 is above −2, with the sign turned, and its
    a2 below 1. */
struct TabledFilter
{
    struct Difference
    {
        double a1;
        double a2;
    };

    std::array<Difference, 3> sections;
    double gain;
};

// clang-format off
constexpr std::array<TabledFilter, numThirdOctaves> table { {
    { { { { -6.70260e-4, 6.59453e-4 }, { -3.75071e-4, 3.61926e-4 }, { -3.06523e-4, 2.97634e-4 } } }, 4.30764e-11 },
    { { { { -8.47258e-4, 8.30131e-4 }, { -4.76448e-4, 4.55616e-4 }, { -3.88773e-4, 3.74685e-4 } } }, 8.59340e-11 },
    { { { { -1.07210e-3, 1.04496e-3 }, { -6.06567e-4, 5.73553e-4 }, { -4.94004e-4, 4.71677e-4 } } }, 1.71424e-10 },
    { { { { -1.35836e-3, 1.31535e-3 }, { -7.74327e-4, 7.22007e-4 }, { -6.29154e-4, 5.93771e-4 } } }, 3.41944e-10 },
    { { { { -1.72380e-3, 1.65564e-3 }, { -9.91780e-4, 9.08866e-4 }, { -8.03529e-4, 7.47455e-4 } } }, 6.82035e-10 },
    { { { { -2.19188e-3, 2.08388e-3 }, { -1.27545e-3, 1.14406e-3 }, { -1.02976e-3, 9.40900e-4 } } }, 1.36026e-9 },
    { { { { -2.79386e-3, 2.62274e-3 }, { -1.64828e-3, 1.44006e-3 }, { -1.32520e-3, 1.18438e-3 } } }, 2.71261e-9 },
    { { { { -3.57182e-3, 3.30071e-3 }, { -2.14252e-3, 1.81258e-3 }, { -1.71397e-3, 1.49082e-3 } } }, 5.40870e-9 },
    { { { { -4.58305e-3, 4.15355e-3 }, { -2.80413e-3, 2.28135e-3 }, { -2.23006e-3, 1.87646e-3 } } }, 1.07826e-8 },
    { { { { -5.90655e-3, 5.22622e-3 }, { -3.69947e-3, 2.87118e-3 }, { -2.92205e-3, 2.36178e-3 } } }, 2.14910e-8 },
    { { { { -7.65243e-3, 6.57493e-3 }, { -4.92540e-3, 3.61318e-3 }, { -3.86007e-3, 2.97240e-3 } } }, 4.28228e-8 },
    { { { { -1.00023e-2, 8.29610e-3 }, { -6.63788e-3, 4.55999e-3 }, { -5.15982e-3, 3.75306e-3 } } }, 8.54316e-8 },
    { { { { -1.31230e-2, 1.04220e-2 }, { -9.02274e-3, 5.73132e-3 }, { -6.94543e-3, 4.71734e-3 } } }, 1.70009e-7 },
    { { { { -1.73693e-2, 1.30947e-2 }, { -1.24176e-2, 7.20526e-3 }, { -9.46002e-3, 5.93145e-3 } } }, 3.38215e-7 },
    { { { { -2.31934e-2, 1.64308e-2 }, { -1.73009e-2, 9.04761e-3 }, { -1.30358e-2, 7.44926e-3 } } }, 6.71990e-7 },
    { { { { -3.13292e-2, 2.06370e-2 }, { -2.44342e-2, 1.13731e-2 }, { -1.82108e-2, 9.36778e-3 } } }, 1.33531e-6 },
    { { { { -4.28261e-2, 2.59325e-2 }, { -3.49619e-2, 1.43046e-2 }, { -2.57855e-2, 1.17912e-2 } } }, 2.65172e-6 },
    { { { { -5.91733e-2, 3.25054e-2 }, { -5.06072e-2, 1.79513e-2 }, { -3.69401e-2, 1.48094e-2 } } }, 5.25477e-6 },
    { { { { -8.26348e-2, 4.05894e-2 }, { -7.40348e-2, 2.24476e-2 }, { -5.34977e-2, 1.85371e-2 } } }, 1.03780e-5 },
    { { { { -1.17018e-1, 5.08116e-2 }, { -1.09516e-1, 2.81387e-2 }, { -7.85097e-2, 2.32872e-2 } } }, 2.04870e-5 },
    { { { { -1.67714e-1, 6.37872e-2 }, { -1.63378e-1, 3.53729e-2 }, { -1.16419e-1, 2.93723e-2 } } }, 4.05198e-5 },
    { { { { -2.42528e-1, 7.98576e-2 }, { -2.45161e-1, 4.43370e-2 }, { -1.73972e-1, 3.70015e-2 } } }, 7.97914e-5 },
    { { { { -3.53142e-1, 9.96330e-2 }, { -3.69163e-1, 5.53535e-2 }, { -2.61399e-1, 4.65428e-2 } } }, 1.56511e-4 },
    { { { { -5.16316e-1, 1.24177e-1 }, { -5.55473e-1, 6.89403e-2 }, { -3.93998e-1, 5.86715e-2 } } }, 3.04954e-4 },
    { { { { -7.56635e-1, 1.55023e-1 }, { -8.34281e-1, 8.58123e-2 }, { -5.94547e-1, 7.43960e-2 } } }, 5.99157e-4 },
    { { { { -1.10165, 1.91713e-1 }, { -1.23939, 1.05243e-1 }, { -8.91666e-1, 9.40354e-2 } } }, 1.16544e-3 },
    { { { { -1.58477, 2.39049e-1 }, { -1.80505, 1.28794e-1 }, { -1.32500, 1.21333e-1 } } }, 2.27488e-3 },
    { { { { -2.50630, 1.42308e-1 }, { -2.19464, 2.76470e-1 }, { -1.90231, 1.47304e-1 } } }, 3.91006e-3 },
} };
// clang-format on

/** Where a band lies on the frequency axis of the bilinear transformation: s = (z − 1) / (z + 1). */
struct WarpedBand
{
    WarpedBand (std::size_t band, units::SampleRate rate)
    {
        const double centre = thirdOctaveCentreHz (band);
        const double low = tangent (centre * std::pow (10.0, -0.05), rate);
        const double high = tangent (centre * std::pow (10.0, 0.05), rate);
        width = high - low;
        centreSquared = low * high;
    }

    static double tangent (double hz, units::SampleRate rate)
    {
        return std::tan (std::numbers::pi * hz / rate.hertz);
    }

    /** The low-pass pole from which the transformation to this band makes such a pole. */
    Complex lowPassPole (Complex s) const { return (s * s + centreSquared) / (s * width); }

    /** The pole of the upper half plane that it makes of a low-pass pole. */
    Complex bandPassPole (Complex p) const
    {
        const Complex half = p * width / 2.0;
        const Complex root = std::sqrt (half * half - centreSquared);
        return root.imag() > 0.0 ? half + root : half - root;
    }

    double width;
    double centreSquared;
};

ThirdOctaveFilter tabledFilter (std::size_t band)
{
    ThirdOctaveFilter filter {};
    filter.gain = table[band].gain;

    for (std::size_t i = 0; i < filter.resonators.size(); ++i)
        filter.resonators[i] = { -2.0 - table[band].sections[i].a1,
                                 1.0 - table[band].sections[i].a2 };

    return filter;
}

ThirdOctaveFilter::Resonator
moved (ThirdOctaveFilter::Resonator from, const WarpedBand& tabled, const WarpedBand& wanted)
{
    const Complex z { -from.a1 / 2.0, std::sqrt (from.a2 - from.a1 * from.a1 / 4.0) };
    const Complex s = wanted.bandPassPole (tabled.lowPassPole ((z - 1.0) / (z + 1.0)));
    const Complex there = (1.0 + s) / (1.0 - s);
    return { -2.0 * there.real(), std::norm (there) };
}

ThirdOctaveFilter filterAt (std::size_t band, units::SampleRate rate)
{
    const auto tabled = tabledFilter (band);

    if (rate == tabledRate)
        return tabled;

    auto filter = tabled;

    for (auto& resonator : filter.resonators)
        resonator = moved (resonator, { band, tabledRate }, { band, rate });

    const double centre = thirdOctaveCentreHz (band);
    filter.gain *= magnitude (tabled, centre, tabledRate) / magnitude (filter, centre, rate);
    return filter;
}

} // namespace

double magnitude (const ThirdOctaveFilter& filter, double hz, units::SampleRate rate)
{
    const Complex delay = std::polar (1.0, -2.0 * std::numbers::pi * hz / rate.hertz);
    Complex response = filter.gain;

    for (const auto& resonator : filter.resonators)
        response *= (1.0 - delay * delay) / (1.0 + delay * (resonator.a1 + delay * resonator.a2));

    return std::abs (response);
}

std::array<std::optional<ThirdOctaveFilter>, numThirdOctaves>
thirdOctaveFilters (units::SampleRate rate)
{
    std::array<std::optional<ThirdOctaveFilter>, numThirdOctaves> filters;

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
        if (thirdOctaveCentreHz (band) * std::pow (10.0, 0.05) < rate.nyquistHz())
            filters[band] = filterAt (band, rate);

    return filters;
}

double thirdOctaveCentreHz (std::size_t band)
{
    constexpr double placeOfOneKilohertz = 16.0;
    return 1000.0 * std::pow (10.0, (static_cast<double> (band) - placeOfOneKilohertz) / 10.0);
}

double smoothingSeconds (std::size_t band)
{
    return 2.0 / (3.0 * std::min (thirdOctaveCentreHz (band), 1000.0));
}

} // namespace hearing
