// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/HrtfSet.h"
#include "library/ScenarioExamples.h"
#include "library/SpherePoints.h"

#include <cmath>

/** What is measured of a head. */
namespace head_examples
{

inline library::EarArrivals arrivalsFrom (const library::HrtfSet& head,
                                          const units::Position& source)
{
    return head.arrivals (
        source,
        scenario_examples::rate,
        dsp::DesignFft { library::HrtfSet::transformSize (scenario_examples::rate) });
}

inline double binHz()
{
    return static_cast<double> (scenario_examples::rate.hertz)
           / static_cast<double> (library::HrtfSet::transformSize (scenario_examples::rate));
}

/** Level difference of the near over the far ear in a band, from the power in it. */
inline double levelDifferenceDb (const library::EarArrivals& arrivals, double low, double high)
{
    double left = 0.0;
    double right = 0.0;

    for (std::size_t k = 1; k < arrivals.bins[0].size(); ++k)
    {
        const double frequency = binHz() * static_cast<double> (k);

        if (frequency < low || frequency > high)
            continue;

        left += std::norm (arrivals.bins[0][k]);
        right += std::norm (arrivals.bins[1][k]);
    }

    return 10.0 * std::log10 (left / right);
}

inline double interauralDelay (const library::EarArrivals& arrivals)
{
    return arrivals.delaySeconds[1] - arrivals.delaySeconds[0];
}

/** Power mean over all directions, third octave by third octave, of one ear. */
inline double diffuseFieldDb (const library::HrtfSet& head, double centreHz)
{
    const auto points = library::spherePoints (600);
    double power = 0.0;
    int count = 0;

    for (const auto& point : points)
    {
        auto source = library::positionOf (point);
        source.distanceMetres = 2.0;
        const auto arrivals = arrivalsFrom (head, source);

        for (std::size_t k = 1; k < arrivals.bins[0].size(); ++k)
        {
            const double octaves = std::log2 (binHz() * static_cast<double> (k) / centreHz);

            if (std::abs (octaves) > 1.0 / 6.0)
                continue;

            power += std::norm (arrivals.bins[0][k]);
            ++count;
        }
    }

    return 10.0 * std::log10 (power / count);
}

} // namespace head_examples
