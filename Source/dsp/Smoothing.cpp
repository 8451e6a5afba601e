// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Smoothing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dsp
{
namespace
{

constexpr double narrowOctaves = 1.0 / 12.0;
constexpr double wideOctaves = 1.0 / 3.0;
constexpr double narrowUpToHz = 2000.0;
constexpr double wideFromHz = 6000.0;

double powerOf (double levelDb) { return std::pow (10.0, levelDb / 10.0); }

/** Mean power of a straight line in dB: ∫ e^(kx) dx has a closed form. */
double meanPower (double leftDb, double rightDb)
{
    const double nepers = (rightDb - leftDb) * std::numbers::ln10 / 10.0;

    return powerOf (leftDb) * (std::abs (nepers) < 1e-9 ? 1.0 : std::expm1 (nepers) / nepers);
}

double meanPower (const FrequencyResponse& response, double lowHz, double highHz)
{
    const auto frequencies = response.frequenciesHz();
    double sum = 0.0;
    double left = lowHz;

    const auto addUpTo = [&] (double right) {
        sum += meanPower (response.levelDbAt (left), response.levelDbAt (right))
               * std::log (right / left);
        left = right;
    };

    auto corner = std::upper_bound (frequencies.begin(), frequencies.end(), lowHz);

    for (; corner != frequencies.end() && *corner < highHz; ++corner)
        addUpTo (*corner);

    addUpTo (highHz);
    return sum / std::log (highHz / lowHz);
}

} // namespace

double measurementSmoothingOctaves (double frequencyHz)
{
    const double place = std::log (frequencyHz / narrowUpToHz)
                         / std::log (wideFromHz / narrowUpToHz);

    return std::lerp (narrowOctaves, wideOctaves, std::clamp (place, 0.0, 1.0));
}

FrequencyResponse powerSmoothed (const FrequencyResponse& response,
                                 double (*widthOctavesAt) (double frequencyHz))
{
    const double lowest = response.frequenciesHz().front();
    const double highest = response.frequenciesHz().back();

    return FrequencyResponse::sampled (response.frequenciesHz(), [&] (double frequency) {
        const double reach = std::min ({ std::exp2 (0.5 * widthOctavesAt (frequency)),
                                         frequency / lowest,
                                         highest / frequency });

        if (reach <= 1.0)
            return response.levelDbAt (frequency);

        return 10.0 * std::log10 (meanPower (response, frequency / reach, frequency * reach));
    });
}

FrequencyResponse octaveMeans (const FrequencyResponse& response)
{
    const double lowest = response.frequenciesHz().front();
    const double highest = response.frequenciesHz().back();

    return FrequencyResponse::sampled (response.frequenciesHz(), [&] (double frequency) {
        return response.meanDb ({ std::max (lowest, frequency / std::numbers::sqrt2) },
                                { std::min (highest, frequency * std::numbers::sqrt2) });
    });
}

} // namespace dsp
