// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/RegularisedInverse.h"

#include "dsp/Smoothing.h"

#include <algorithm>
#include <cmath>

namespace dsp
{
namespace
{

double logPlace (double frequencyHz, units::Hertz from, units::Hertz to)
{
    return std::clamp (
        std::log (frequencyHz / from.value) / std::log (to.value / from.value), 0.0, 1.0);
}

/** A response ready for inversion: held outside its band, smoothed, on the grid, with its mean at
    0 dB. */
struct Prepared
{
    FrequencyResponse curve;
    units::Decibels mean { 0.0 };
};

Prepared prepared (const FrequencyResponse& response, UsableBand usable)
{
    const auto held = FrequencyResponse::sampled (libraryGridHz(), [&] (double frequency) {
        return response.levelDbAt (std::clamp (frequency, usable.low.value, usable.high.value));
    });

    const auto smooth = powerSmoothed (held);
    const units::Decibels mean { smooth.meanDb (inversion::meanFrom, inversion::meanTo) };
    return { smooth.raisedBy (-mean), mean };
}

/** Where the bass ends: the highest frequency below which the curve never comes back over −12 dB. */
units::Hertz bassEnd (const FrequencyResponse& curve, UsableBand usable)
{
    for (const double frequency : curve.frequenciesHz())
        if (curve.levelDbAt (frequency) >= inversion::bassCorner.value())
            return { std::max (frequency, usable.low.value) };

    return usable.high;
}

/** 1 above the end of the bass, 0 an octave below. */
double bassWeight (double frequencyHz, units::Hertz end)
{
    return logPlace (frequencyHz, { end.value / 2.0 }, end);
}

double trebleWeight (double frequencyHz)
{
    return logPlace (frequencyHz, inversion::regularisationRisesFrom, inversion::detailFadesFrom);
}

double regularisationAt (double frequencyHz, units::Hertz bass)
{
    const double outside = std::max (1.0 - bassWeight (frequencyHz, bass),
                                     trebleWeight (frequencyHz));

    return inversion::regularisation
           * std::pow (inversion::regularisationOutside / inversion::regularisation, outside);
}

/** In dB, |H|(1 + β) / (|H|² + β|H̄|²): exactly 1/H where H is as loud as H̄. What is too weak to be
    filled is left alone, never cut on top. */
double tikhonovDb (double levelDb, double referenceDb, double beta)
{
    const double h = units::Decibels { levelDb - referenceDb }.toGain();
    const double gain = h * (1.0 + beta) / (h * h + beta);
    return units::Decibels::fromGain (h < 1.0 ? std::max (gain, 1.0) : gain).value() - referenceDb;
}

FrequencyResponse withoutDetailInTheTreble (const FrequencyResponse& curve)
{
    const auto broad = octaveMeans (curve);

    return FrequencyResponse::sampled (curve.frequenciesHz(), [&] (double frequency) {
        return std::lerp (curve.levelDbAt (frequency),
                          broad.levelDbAt (frequency),
                          logPlace (frequency, inversion::detailFadesFrom, inversion::detailEnds));
    });
}

/** The limits, over and above what `own` (the device) does by itself. */
FrequencyResponse limited (const FrequencyResponse& curve, const FrequencyResponse& own)
{
    const auto ownBroad = octaveMeans (own);

    auto result = FrequencyResponse::sampled (curve.frequenciesHz(), [&] (double frequency) {
        const double device = own.levelDbAt (frequency);
        return std::clamp (curve.levelDbAt (frequency),
                           inversion::greatestCut.value() + std::min (0.0, device),
                           std::max (inversion::greatestBoost.value(), device));
    });

    // Cutting a peak lowers the mean of its octave a little: a few rounds settle it.
    for (int round = 0; round < 8; ++round)
    {
        const auto broad = octaveMeans (result);

        result = FrequencyResponse::sampled (curve.frequenciesHz(), [&] (double frequency) {
            const double ownPeak = own.levelDbAt (frequency) - ownBroad.levelDbAt (frequency);
            const double most = std::max (inversion::greatestBoostAboveItsOctave.value(), ownPeak);
            return std::min (result.levelDbAt (frequency), broad.levelDbAt (frequency) + most);
        });
    }

    return result;
}

} // namespace

FrequencyResponse regularisedInverse (const FrequencyResponse& headphone, UsableBand usable)
{
    const auto [curve, mean] = prepared (headphone, usable);
    const auto broad = octaveMeans (curve);
    const units::Hertz bass = bassEnd (curve, usable);

    const auto inverse = FrequencyResponse::sampled (
        libraryGridHz(), [&, c = curve] (double frequency) {
            // In the treble a raw response lies far from its mean, and only its notches are in doubt.
            const double reference = trebleWeight (frequency) * broad.levelDbAt (frequency);
            return tikhonovDb (
                c.levelDbAt (frequency), reference, regularisationAt (frequency, bass));
        });

    return limited (withoutDetailInTheTreble (inverse),
                    FrequencyResponse::flat (units::Decibels { 0.0 }))
        .raisedBy (-mean);
}

FrequencyResponse earCoupledDifference (const EarCoupled& device, const EarCoupled& headphone)
{
    const auto own = prepared (device.response, device.usable);
    const auto user = prepared (headphone.response, headphone.usable);
    const units::Hertz bass { std::max (bassEnd (user.curve, headphone.usable).value,
                                        device.usable.low.value) };

    const auto difference = withoutDetailInTheTreble (own.curve - user.curve);

    const auto faded = FrequencyResponse::sampled (libraryGridHz(), [&] (double frequency) {
        const double level = difference.levelDbAt (frequency);
        return level > 0.0 ? level * bassWeight (frequency, bass) : level;
    });

    return limited (faded, own.curve).raisedBy (own.mean - user.mean);
}

} // namespace dsp
