// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/Sharpness.h"

#include "units/Precondition.h"

#include <cmath>

namespace hearing
{

double sharpnessWeight (double bark)
{
    constexpr double even = 15.8;
    return bark <= even ? 1.0 : 0.15 * std::exp (0.42 * (bark - even)) + 0.85;
}

std::optional<double> sharpness (const SpecificLoudness& specific)
{
    constexpr double audibleSone = 0.001;
    constexpr double acumPerBark = 0.11;
    const double sone = totalLoudness (specific);

    if (! (sone >= audibleSone))
        return std::nullopt;

    double moment = 0.0;

    for (std::size_t step = 0; step < barkSteps; ++step)
        moment += specific[step] * sharpnessWeight (barkOf (step)) * barkOf (step) * barkPerStep;

    return acumPerBark * moment / sone;
}

void SharpnessOverTime::take (const SpecificLoudnessMoment& moment)
{
    PRECONDITION (moment.channel < channels.size());

    if (const auto acum = sharpness (moment.pattern.specific))
        channels[moment.channel].push_back (static_cast<float> (*acum));
}

std::optional<double> SharpnessOverTime::exceeded (std::size_t channel, double percentOfTime) const
{
    PRECONDITION (channel < channels.size());

    if (channels[channel].empty())
        return std::nullopt;

    return valueExceeded (channels[channel], percentOfTime);
}

} // namespace hearing
