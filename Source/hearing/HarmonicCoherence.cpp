// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/HarmonicCoherence.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

double amplitudeOf (const std::optional<HarmonicLevel>& harmonic)
{
    return harmonic ? std::pow (10.0, harmonic->levelDbSpl / 20.0) : 0.0;
}

/** Pearson's correlation; none when one of them hardly moves. */
std::optional<double> correlation (std::span<const double> left, std::span<const double> right)
{
    const auto n = static_cast<double> (left.size());
    double meanLeft = 0.0;
    double meanRight = 0.0;

    for (std::size_t i = 0; i < left.size(); ++i)
    {
        meanLeft += left[i] / n;
        meanRight += right[i] / n;
    }

    double both = 0.0;
    double varianceLeft = 0.0;
    double varianceRight = 0.0;

    for (std::size_t i = 0; i < left.size(); ++i)
    {
        both += (left[i] - meanLeft) * (right[i] - meanRight);
        varianceLeft += (left[i] - meanLeft) * (left[i] - meanLeft);
        varianceRight += (right[i] - meanRight) * (right[i] - meanRight);
    }

    constexpr double still = 0.01; // a tenth of the mean, 1 dB
    if (! (varianceLeft > still * n * meanLeft * meanLeft)
        || ! (varianceRight > still * n * meanRight * meanRight))
        return std::nullopt;

    return both / std::sqrt (varianceLeft * varianceRight);
}

} // namespace

HarmonicCoherence harmonicCoherence (const BassNote& note,
                                     const BassLine& line,
                                     std::span<const FrameHarmonics> ofLine)
{
    PRECONDITION (ofLine.size() == line.frames.size());
    std::array<std::vector<double>, numBassHarmonics> envelopes;
    std::vector<double> bass; // power of the harmonics below 180 Hz

    const std::size_t end = note.firstFrame + note.numFrames;

    for (std::size_t i = note.firstFrame - std::min (harmonicFramesAroundNotes, note.firstFrame);
         i < std::min (end + harmonicFramesAroundNotes, ofLine.size());
         ++i)
    {
        const bool isInside = i >= note.firstFrame && i < end;

        if (! isInside && line.frames[i].f0Hz)
            continue;

        bass.push_back (0.0);

        for (std::size_t n = 0; n < numBassHarmonics; ++n)
        {
            envelopes[n].push_back (amplitudeOf (ofLine[i][n]));

            if (static_cast<double> (n + 1) * note.f0Hz <= highestBassHz)
                bass.back() += envelopes[n].back() * envelopes[n].back();
        }
    }

    for (double& power : bass)
        power = std::sqrt (power);

    HarmonicCoherence result;

    for (std::size_t n = 0; n < numBassHarmonics; ++n)
        if (ofLine[note.firstFrame][n])
            result[n] = correlation (envelopes[n], bass);

    return result;
}

} // namespace hearing
