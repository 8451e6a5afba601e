// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/PartialLoudness.h"

#include "hearing/BarkExcitation.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace hearing
{

LoudnessPattern partialLoudness (const LoudnessPattern& inQuiet, const MaskedThreshold& threshold)
{
    LoudnessPattern result;
    double quiet = 0.0;
    double left = 0.0;

    for (std::size_t step = 0; step < barkSteps; ++step)
    {
        const float alone = inQuiet.specific[step];

        if (! (alone > 0.0f))
            continue;

        // Where a band is louder than what spreads into it, its steps are alike.
        const bool isAsBefore = step > 0 && alone == inQuiet.specific[step - 1]
                                && threshold.aboveQuiet (step) == threshold.aboveQuiet (step - 1)
                                && criticalBandOf (step) == criticalBandOf (step - 1);
        result.specific[step] = isAsBefore ? result.specific[step - 1]
                                           : specificLoudnessOf (excitationAboveQuiet (alone, step),
                                                                 threshold.aboveQuiet (step),
                                                                 step);
        quiet += alone;
        left += result.specific[step];
    }

    result.sone = quiet > 0.0 ? inQuiet.sone * left / quiet : 0.0;
    return result;
}

std::vector<LoudnessInNoise> loudnessInNoise (dsp::ConstAudioBlock whole,
                                              units::SampleRate rate,
                                              const Calibration& calibration,
                                              const MaskedThreshold& threshold)
{
    std::vector<LoudnessInNoise> result (whole.numChannels());

    const auto take = [&] (const SpecificLoudnessMoment& moment) {
        auto& curves = result[moment.channel];
        curves.quietSone.push_back (static_cast<float> (moment.pattern.sone));
        curves.partialSone.push_back (
            static_cast<float> (partialLoudness (moment.pattern, threshold).sone));
    };

    ZwickerLoudness loudness { whole.numChannels(), rate, calibration, take };
    loudness.process (whole);
    loudness.finish();
    return result;
}

std::vector<float>
meanOver (units::Seconds time, std::span<const float> values, double pointsPerSecond)
{
    PRECONDITION (time.value >= 0.0 && pointsPerSecond > 0.0);
    const auto reach = static_cast<std::size_t> (std::lround (0.5 * time.value * pointsPerSecond));
    std::vector<double> sums { 0.0 };

    for (const float value : values)
        sums.push_back (sums.back() + value);

    std::vector<float> result (values.size());

    for (std::size_t i = 0; i < values.size(); ++i)
    {
        const std::size_t first = i - std::min (i, reach);
        const std::size_t end = std::min (values.size(), i + reach + 1);
        result[i] = static_cast<float> ((sums[end] - sums[first])
                                        / static_cast<double> (end - first));
    }

    return result;
}

} // namespace hearing
