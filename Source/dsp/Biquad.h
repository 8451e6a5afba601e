// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Decibels.h"
#include "units/Hertz.h"
#include "units/Realtime.h"
#include "units/SampleRate.h"

namespace dsp
{

/** Where a second-order filter acts and how sharply. */
struct BiquadPlace
{
    units::Hertz frequency {}; ///< between 0 and Nyquist
    double q = 0.70710678118654752;
};

/** A second-order filter, H(z) = (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²). A value.

    The shapes are those of Robert Bristow-Johnson's Audio EQ Cookbook.
*/
struct Biquad
{
    double b0 = 1.0;
    double b1 = 0.0;
    double b2 = 0.0;
    double a1 = 0.0;
    double a2 = 0.0;

    static Biquad peaking (units::SampleRate rate, BiquadPlace place, units::Decibels gain);
    static Biquad lowShelf (units::SampleRate rate, BiquadPlace place, units::Decibels gain);
    static Biquad highShelf (units::SampleRate rate, BiquadPlace place, units::Decibels gain);
    static Biquad lowPass (units::SampleRate rate, BiquadPlace place);
    static Biquad highPass (units::SampleRate rate, BiquadPlace place);

    /** 0 dB at the centre. */
    static Biquad bandPass (units::SampleRate rate, BiquadPlace place);
    static Biquad notch (units::SampleRate rate, BiquadPlace place);
    static Biquad allPass (units::SampleRate rate, BiquadPlace place);

    /** 20·log10 |H| at a frequency; −∞ at a zero on the unit circle. */
    double levelDbAt (units::Hertz frequency, units::SampleRate rate) const;

    bool operator== (const Biquad&) const = default;
};

/** Plays one Biquad over one channel (transposed direct form II). Owned by one thread. */
class BiquadFilter
{
public:
    explicit BiquadFilter (const Biquad& shape = {}) : biquad (shape) {}

    double process (double in) noexcept REALTIME
    {
        const double out = biquad.b0 * in + first;
        first = biquad.b1 * in - biquad.a1 * out + second;
        second = biquad.b2 * in - biquad.a2 * out;
        return out;
    }

    void reset() noexcept REALTIME { first = second = 0.0; }

private:
    Biquad biquad;
    double first = 0.0;
    double second = 0.0;
};

} // namespace dsp
