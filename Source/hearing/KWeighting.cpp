// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/KWeighting.h"

#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

/** A second-order prototype whose numerator is high·s² + band·s/q + low, brought to this rate. */
struct Prototype
{
    double frequencyHz;
    double q;
    double high;
    double band;
    double low;

    dsp::Biquad at (units::SampleRate rate) const
    {
        const double k = std::tan (std::numbers::pi * frequencyHz / rate.hertz);
        const double a0 = 1.0 + k / q + k * k;

        return { (high + band * k / q + low * k * k) / a0,
                 2.0 * (low * k * k - high) / a0,
                 (high - band * k / q + low * k * k) / a0,
                 2.0 * (k * k - 1.0) / a0,
                 (1.0 - k / q + k * k) / a0 };
    }
};

constexpr double shelfGainDb = 3.999843853973347;
constexpr double shelfBandExponent = 0.4996667741545416;

} // namespace

KWeighting kWeighting (units::SampleRate rate)
{
    const double gain = std::pow (10.0, shelfGainDb / 20.0);

    const Prototype shelf {
        1681.974450955533, 0.7071752369554196, gain, std::pow (gain, shelfBandExponent), 1.0
    };

    constexpr double highPassHz = 38.13547087602444;
    constexpr double highPassQ = 0.5003270373238773;
    const Prototype highPass { highPassHz, highPassQ, 1.0, 0.0, 0.0 };

    // The standard's second filter has the numerator 1 − 2 z⁻¹ + z⁻² as it stands.
    auto second = highPass.at (rate);
    second.b0 = second.b2 = 1.0;
    second.b1 = -2.0;
    return { shelf.at (rate), second };
}

} // namespace hearing
