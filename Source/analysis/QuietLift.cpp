// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/QuietLift.h"

#include "hearing/LoudnessMeter.h"
#include "hearing/PartialLoudness.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace analysis
{

namespace
{

using hearing::LoudnessCurve;

constexpr units::Seconds smoothing { 2.0 };
constexpr double momentarySeconds = 0.4;

/** In dB, one for every point of the curve. */
std::vector<float>
gainsOf (dsp::ConstAudioBlock stereo, const QuietLift& lift, units::SampleRate rate)
{
    hearing::LoudnessMeter meter { stereo.numChannels(),
                                   rate,
                                   hearing::LoudnessMeter::Extent::programmeAndCurve };
    meter.process (stereo);
    std::vector<float> gains;

    for (const auto& point : meter.curve().points)
        gains.push_back (static_cast<float> (std::clamp (
            lift.upTo.value - static_cast<double> (point.momentaryLufs), 0.0, lift.mostDb)));

    return hearing::meanOver (smoothing, gains, LoudnessCurve::pointsPerSecond);
}

/** Between the points, which are read at the end of their windows and speak of the middle. */
double gainAt (double seconds, const std::vector<float>& gainsDb)
{
    const double place = (seconds + 0.5 * momentarySeconds) * LoudnessCurve::pointsPerSecond - 1.0;
    const double inside = std::clamp (place, 0.0, static_cast<double> (gainsDb.size() - 1));
    const auto before = static_cast<std::size_t> (inside);
    const auto after = std::min (before + 1, gainsDb.size() - 1);
    const double db = std::lerp (static_cast<double> (gainsDb[before]),
                                 static_cast<double> (gainsDb[after]),
                                 inside - static_cast<double> (before));
    return std::pow (10.0, db / 20.0);
}

} // namespace

void liftQuiet (dsp::AudioBlock stereo, const QuietLift& lift, units::SampleRate rate)
{
    const auto gains = gainsOf (stereo, lift, rate);

    if (gains.empty())
        return;

    for (std::size_t i = 0; i < stereo.numFrames(); ++i)
    {
        const auto gain = static_cast<float> (gainAt (static_cast<double> (i) / rate.hertz, gains));

        for (std::size_t channel = 0; channel < stereo.numChannels(); ++channel)
            stereo.channel (channel)[i] *= gain;
    }
}

} // namespace analysis
