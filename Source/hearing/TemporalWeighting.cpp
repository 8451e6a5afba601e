// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/TemporalWeighting.h"

#include <cmath>

namespace hearing
{
namespace
{

constexpr double fastSeconds = 0.0035;
constexpr double slowSeconds = 0.070;
constexpr double fastShare = 0.47;
constexpr double slowShare = 0.53;

} // namespace

TemporalWeighting::LowPass::LowPass (double seconds, std::size_t rate)
{
    const double pole = std::exp (-1.0 / (static_cast<double> (rate * innerSteps) * seconds));
    keep = std::pow (pole, innerSteps);
    fromLast = 1.0 - keep;
    fromRise = 0.0;

    for (std::size_t i = 1; i <= innerSteps; ++i)
        fromRise = pole * fromRise + (1.0 - pole) * static_cast<double> (i) / innerSteps;
}

double TemporalWeighting::LowPass::process (double from, double to)
{
    output = keep * output + fromLast * from + fromRise * (to - from);
    return output;
}

TemporalWeighting::TemporalWeighting (std::size_t rate)
    : fast (fastSeconds, rate),
      slow (slowSeconds, rate)
{}

double TemporalWeighting::process (double sone)
{
    const double weighted = fastShare * fast.process (last, sone)
                            + slowShare * slow.process (last, sone);
    last = sone;
    return weighted;
}

} // namespace hearing
