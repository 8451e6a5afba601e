// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SlowZwickerLoudness.h"

#include "hearing/DecayNetwork.h"
#include "hearing/LoudnessSlopes.h"
#include "hearing/ThirdOctaveFilters.h"

#include <cmath>
#include <vector>

namespace hearing
{
namespace
{

using Samples = std::vector<double>;

/** One section of the standard's filters, with the numerator it has there. */
Samples section (const Samples& in,
                 std::array<double, 3> numerator,
                 const ThirdOctaveFilter::Resonator& poles)
{
    Samples out (in.size());
    double w1 = 0.0, w2 = 0.0;

    for (std::size_t n = 0; n < in.size(); ++n)
    {
        const double w0 = in[n] - poles.a1 * w1 - poles.a2 * w2;
        out[n] = numerator[0] * w0 + numerator[1] * w1 + numerator[2] * w2;
        w2 = w1;
        w1 = w0;
    }

    return out;
}

void lowPass (Samples& samples, double pole)
{
    double last = 0.0;

    for (auto& sample : samples)
        last = sample = (1.0 - pole) * sample + pole * last;
}

Samples bandLevels (std::span<const float> samples,
                    units::SampleRate rate,
                    double fullScaleDb,
                    std::size_t band)
{
    const std::size_t numFrames = samples.size() * framesPerSecond
                                  / static_cast<std::size_t> (rate.hertz);
    const auto filter = thirdOctaveFilters (rate)[band];

    if (! filter)
        return Samples (numFrames, -HUGE_VAL);

    Samples signal (samples.begin(), samples.end());

    for (auto& sample : signal)
        sample *= filter->gain;

    signal = section (signal, { 1.0, 2.0, 1.0 }, filter->resonators[0]);
    signal = section (signal, { 1.0, 0.0, -1.0 }, filter->resonators[1]);
    signal = section (signal, { 1.0, -2.0, 1.0 }, filter->resonators[2]);

    for (auto& sample : signal)
        sample *= sample;

    for (int i = 0; i < 3; ++i)
        lowPass (signal, std::exp (-1.0 / (rate.hertz * smoothingSeconds (band))));

    Samples levels;

    for (std::size_t frame = 0; frame < numFrames; ++frame)
        levels.push_back (
            fullScaleDb
            + 10.0
                  * std::log10 (
                      2.0
                      * signal[frame * static_cast<std::size_t> (rate.hertz) / framesPerSecond]));

    return levels;
}

/** The standard's network, case by case. */
class Network
{
public:
    double process (double input)
    {
        const double last = output;

        if (input < last)
        {
            if (last > reservoir)
            {
                output = weights.fromOutput * last + weights.fromReservoir * reservoir;
                reservoir = weights.charge * last + weights.keep * reservoir;

                if (output < input)
                    output = input;

                if (reservoir > output)
                    reservoir = output;
            }
            else
            {
                output = weights.together * last;

                if (output < input)
                    output = input;

                reservoir = output;
            }
        }
        else
        {
            output = input;

            if (std::abs (input - last) < 1e-5 && input <= reservoir)
                reservoir = input;
            else
                reservoir = (reservoir - input) * weights.follow + input;
        }

        return output;
    }

private:
    DecayNetwork weights = decayNetwork();
    double output = 0.0;
    double reservoir = 0.0;
};

/** Steps a process through the straight lines between values; its outputs at the values. */
template <typename Process>
Samples interpolated (const Samples& values, Process process)
{
    Samples out;
    double last = 0.0;

    for (const double value : values)
    {
        for (std::size_t i = 1; i < innerSteps; ++i)
            process (last + static_cast<double> (i) * (value - last) / innerSteps);

        out.push_back (process (value));
        last = value;
    }

    return out;
}

Samples weighted (const Samples& sone, double seconds)
{
    const double pole = std::exp (-1.0
                                  / (static_cast<double> (framesPerSecond * innerSteps) * seconds));
    double last = 0.0;
    return interpolated (sone,
                         [&] (double value) { return last = (1.0 - pole) * value + pole * last; });
}

} // namespace

LoudnessOverTime slowZwickerLoudness (std::span<const float> samples,
                                      units::SampleRate rate,
                                      const Calibration& calibration)
{
    std::vector<Samples> levels;

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
        levels.push_back (bandLevels (samples, rate, calibration.fullScale.dbSpl, band));

    const std::size_t numFrames = levels[0].size();
    std::vector<Samples> cores (numCriticalBands + 1, Samples (numFrames));

    for (std::size_t frame = 0; frame < numFrames; ++frame)
    {
        ThirdOctaveLevels now {};

        for (std::size_t band = 0; band < numThirdOctaves; ++band)
            now[band] = levels[band][frame];

        const auto core = coreLoudness (criticalBandLevels (now, calibration.field));

        for (std::size_t band = 0; band < core.size(); ++band)
            cores[band][frame] = core[band];
    }

    for (auto& core : cores)
        core = interpolated (core, [network = Network {}] (double value) mutable {
            return network.process (value);
        });

    Samples sone;

    for (std::size_t frame = 0; frame < numFrames; ++frame)
    {
        CoreLoudness now {};

        for (std::size_t band = 0; band < now.size(); ++band)
            now[band] = cores[band][frame];

        sone.push_back (withSlopes (now).sone);
    }

    const auto fast = weighted (sone, 0.0035);
    const auto slow = weighted (sone, 0.070);
    LoudnessOverTime result;

    for (std::size_t frame = 0; frame < numFrames; frame += 4)
        result.sone.push_back (static_cast<float> (0.47 * fast[frame] + 0.53 * slow[frame]));

    return result;
}

} // namespace hearing
