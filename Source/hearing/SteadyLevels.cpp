// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SteadyLevels.h"

#include "dsp/Biquad.h"
#include "hearing/ThirdOctaveFilters.h"

#include <cmath>

namespace hearing
{
namespace
{

double
meanSquare (std::span<const float> samples, const ThirdOctaveFilter& filter, std::size_t first)
{
    std::array<dsp::BiquadFilter, 3> sections;

    for (std::size_t i = 0; i < sections.size(); ++i)
        sections[i] = dsp::BiquadFilter { dsp::Biquad {
            1.0, 0.0, -1.0, filter.resonators[i].a1, filter.resonators[i].a2 } };

    double sum = 0.0;

    for (std::size_t n = 0; n < samples.size(); ++n)
    {
        double value = std::isfinite (samples[n]) ? filter.gain * samples[n] : 0.0;

        for (auto& section : sections)
            value = section.process (value);

        if (n >= first)
            sum += value * value;
    }

    return sum / static_cast<double> (samples.size() - first);
}

} // namespace

ThirdOctaveLevels steadyThirdOctaves (std::span<const float> samples,
                                      units::SampleRate rate,
                                      units::SoundPressureLevel fullScale,
                                      units::Seconds leftOut)
{
    ThirdOctaveLevels levels {};
    levels.fill (-HUGE_VAL);
    const auto first = rate.framesIn (leftOut);

    if (first >= samples.size())
        return levels;

    constexpr double meanSquareOfSine = 0.5;
    const auto filters = thirdOctaveFilters (rate);

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
        if (filters[band])
            levels[band] = fullScale.dbSpl
                           + 10.0
                                 * std::log10 (meanSquare (samples, *filters[band], first)
                                               / meanSquareOfSine);

    return levels;
}

} // namespace hearing
