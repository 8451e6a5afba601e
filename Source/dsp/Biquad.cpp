// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Biquad.h"

#include "units/Precondition.h"

#include <cmath>
#include <complex>
#include <numbers>

namespace dsp
{
namespace
{

double radiansPerFrame (units::Hertz frequency, units::SampleRate rate)
{
    return 2.0 * std::numbers::pi * frequency.value / rate.hertz;
}

/** The cookbook's cos w0 and alpha. */
struct Angle
{
    Angle (units::SampleRate rate, BiquadPlace place)
    {
        PRECONDITION (place.frequency.value > 0.0 && place.frequency.value < rate.nyquistHz());
        PRECONDITION (place.q > 0.0);

        const double omega = radiansPerFrame (place.frequency, rate);
        cosine = std::cos (omega);
        alpha = std::sin (omega) / (2.0 * place.q);
    }

    double cosine = 0.0;
    double alpha = 0.0;
};

Biquad normalised (const Biquad& biquad, double a0)
{
    return { biquad.b0 / a0, biquad.b1 / a0, biquad.b2 / a0, biquad.a1 / a0, biquad.a2 / a0 };
}

double squareRootOfGain (units::Decibels gain) { return std::pow (10.0, gain.value() / 40.0); }

} // namespace

Biquad Biquad::peaking (units::SampleRate rate, BiquadPlace place, units::Decibels gain)
{
    const Angle at { rate, place };
    const double a = squareRootOfGain (gain);

    return normalised ({ 1.0 + at.alpha * a,
                         -2.0 * at.cosine,
                         1.0 - at.alpha * a,
                         -2.0 * at.cosine,
                         1.0 - at.alpha / a },
                       1.0 + at.alpha / a);
}

Biquad Biquad::lowShelf (units::SampleRate rate, BiquadPlace place, units::Decibels gain)
{
    const Angle at { rate, place };
    const double a = squareRootOfGain (gain);
    const double more = (a + 1.0) + (a - 1.0) * at.cosine;
    const double less = (a + 1.0) - (a - 1.0) * at.cosine;
    const double width = 2.0 * std::sqrt (a) * at.alpha;

    return normalised ({ a * (less + width),
                         2.0 * a * ((a - 1.0) - (a + 1.0) * at.cosine),
                         a * (less - width),
                         -2.0 * ((a - 1.0) + (a + 1.0) * at.cosine),
                         more - width },
                       more + width);
}

Biquad Biquad::highShelf (units::SampleRate rate, BiquadPlace place, units::Decibels gain)
{
    const Angle at { rate, place };
    const double a = squareRootOfGain (gain);
    const double more = (a + 1.0) + (a - 1.0) * at.cosine;
    const double less = (a + 1.0) - (a - 1.0) * at.cosine;
    const double width = 2.0 * std::sqrt (a) * at.alpha;

    return normalised ({ a * (more + width),
                         -2.0 * a * ((a - 1.0) + (a + 1.0) * at.cosine),
                         a * (more - width),
                         2.0 * ((a - 1.0) - (a + 1.0) * at.cosine),
                         less - width },
                       less + width);
}

Biquad Biquad::lowPass (units::SampleRate rate, BiquadPlace place)
{
    const Angle at { rate, place };
    const double open = 1.0 - at.cosine;

    return normalised ({ open / 2.0, open, open / 2.0, -2.0 * at.cosine, 1.0 - at.alpha },
                       1.0 + at.alpha);
}

Biquad Biquad::highPass (units::SampleRate rate, BiquadPlace place)
{
    const Angle at { rate, place };
    const double open = 1.0 + at.cosine;

    return normalised ({ open / 2.0, -open, open / 2.0, -2.0 * at.cosine, 1.0 - at.alpha },
                       1.0 + at.alpha);
}

Biquad Biquad::bandPass (units::SampleRate rate, BiquadPlace place)
{
    const Angle at { rate, place };
    return normalised ({ at.alpha, 0.0, -at.alpha, -2.0 * at.cosine, 1.0 - at.alpha },
                       1.0 + at.alpha);
}

Biquad Biquad::notch (units::SampleRate rate, BiquadPlace place)
{
    const Angle at { rate, place };
    return normalised ({ 1.0, -2.0 * at.cosine, 1.0, -2.0 * at.cosine, 1.0 - at.alpha },
                       1.0 + at.alpha);
}

Biquad Biquad::allPass (units::SampleRate rate, BiquadPlace place)
{
    const Angle at { rate, place };
    return normalised (
        { 1.0 - at.alpha, -2.0 * at.cosine, 1.0 + at.alpha, -2.0 * at.cosine, 1.0 - at.alpha },
        1.0 + at.alpha);
}

double Biquad::levelDbAt (units::Hertz frequency, units::SampleRate rate) const
{
    const auto z = std::polar (1.0, -radiansPerFrame (frequency, rate));
    return 20.0 * std::log10 (std::abs ((b0 + z * (b1 + z * b2)) / (1.0 + z * (a1 + z * a2))));
}

} // namespace dsp
