// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BarkExcitation.h"

#include "hearing/CoreLoudness.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearing
{
namespace
{

// N′ = scale · 10^(0.025 T) · [(0.75 + 0.25 E / T)^0.25 − 1]: see coreLoudness().
constexpr float scale = 0.0635f;

struct BarkStep
{
    std::size_t band;
    float factor; ///< scale · 10^(0.025 T), T in quiet
};

std::array<BarkStep, barkSteps> makeSteps()
{
    std::array<BarkStep, barkSteps> steps {};
    std::size_t band = 0;

    for (std::size_t step = 0; step < barkSteps; ++step)
    {
        // A step on the border belongs to what lies below it.
        while (band + 1 < numCriticalBands && barkOf (step) > upperLimitBark[band] + 1e-4)
            ++band;

        steps[step] = {
            band, scale * static_cast<float> (std::pow (10.0, 0.025 * thresholdInQuietDb[band]))
        };
    }

    return steps;
}

const BarkStep& stepAt (std::size_t step)
{
    static const auto steps = makeSteps();
    return steps[step];
}

float fourthPower (float x) { return x * x * x * x; }
float fourthRoot (float x) { return std::sqrt (std::sqrt (x)); }

/** The lowest band's core loudness before its weight. */
float unweighted (float specificLoudness)
{
    double core = specificLoudness;

    for (int i = 0; i < 12; ++i) // each time at least five times nearer
        core = specificLoudness / lowestBandWeight (core);

    return static_cast<float> (core);
}

} // namespace

std::size_t criticalBandOf (std::size_t step) { return stepAt (step).band; }

float excitationAboveQuiet (float specificLoudness, std::size_t step)
{
    const auto& [band, factor] = stepAt (step);
    const float core = band == 0 && specificLoudness > 0.0f ? unweighted (specificLoudness)
                                                            : specificLoudness;
    return 4.0f * (fourthPower (core / factor + 1.0f) - 0.75f);
}

float specificLoudnessOf (float excitation, float threshold, std::size_t step)
{
    const auto& [band, factor] = stepAt (step);

    if (! (excitation > threshold))
        return 0.0f;

    const auto core = [factor = factor, excitation] (float raised) {
        return factor * fourthRoot (raised)
               * std::max (0.0f, fourthRoot (0.75f + 0.25f * excitation / raised) - 1.0f);
    };

    // The lowest band's weight stands for the steepness of the threshold in quiet there; what is masked
    // by noise is weighted as it would be in quiet.
    const float weight = band == 0 ? static_cast<float> (lowestBandWeight (core (1.0f))) : 1.0f;
    return weight * core (threshold);
}

} // namespace hearing
