// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ResponseShaping.h"

#include <algorithm>
#include <cmath>

namespace library
{

dsp::FrequencyResponse continued (const dsp::FrequencyResponse& response, const Continuation& end)
{
    // Whichever edge of the band lies nearer to 1 kHz is where the data stop.
    const bool isBelow = end.band.lowHz * end.band.highHz < 1000.0 * 1000.0;
    const double from = isBelow ? end.band.highHz : end.band.lowHz;
    const double start = response.levelDbAt (from);

    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        const bool isBeyond = isBelow ? frequency < from : frequency > from;
        const double octaves = std::abs (std::log2 (frequency / from));
        return isBeyond ? start - end.slopeDbPerOctave * octaves : response.levelDbAt (frequency);
    });
}

dsp::FrequencyResponse
spliced (const dsp::FrequencyResponse& bass, const dsp::FrequencyResponse& response, double belowHz)
{
    const double half = std::sqrt (2.0);
    const units::Hertz low { belowHz * half };
    const units::Hertz high { belowHz * half * 2.0 };
    const double offset = response.meanDb (low, high) - bass.meanDb (low, high);

    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        const double weight = std::clamp (std::log2 (frequency / belowHz) + 0.5, 0.0, 1.0);
        return std::lerp (
            bass.levelDbAt (frequency) + offset, response.levelDbAt (frequency), weight);
    });
}

dsp::FrequencyResponse powerAverage (std::span<const dsp::FrequencyResponse> responses)
{
    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        double power = 0.0;

        for (const auto& response : responses)
            power += std::pow (10.0, response.levelDbAt (frequency) / 10.0);

        return 10.0 * std::log10 (power / static_cast<double> (responses.size()));
    });
}

dsp::FrequencyResponse smoothed (const dsp::FrequencyResponse& response, double octaves)
{
    constexpr int steps = 32; // finer than any published table within a twelfth of an octave

    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        double power = 0.0;

        for (int i = 0; i < steps; ++i)
            power += std::pow (
                10.0,
                response.levelDbAt (frequency * std::exp2 (octaves * ((i + 0.5) / steps - 0.5)))
                    / 10.0);

        return 10.0 * std::log10 (power / steps);
    });
}

} // namespace library
