// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/MatrixMaking.h"

#include "dsp/Resampler.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace library
{

namespace
{

constexpr double inaudibleEnergy = 1.0e-10; // −100 dB
constexpr double arrivalGain = 0.01;        // −40 dB

template <typename Visit>
void forEachPath (const dsp::TransferMatrix& matrix, Visit&& visit)
{
    for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
        for (std::size_t i = 0; i < matrix.numInputs(); ++i)
            visit (o, i, matrix.path (o, i));
}

double energyOf (std::span<const double> samples)
{
    double energy = 0.0;

    for (const double sample : samples)
        energy += sample * sample;

    return energy;
}

/** How many frames at the start leave less than this energy behind them. */
std::size_t framesUntilOnly (std::span<const double> samples, double energy)
{
    double remaining = 0.0;

    for (std::size_t n = samples.size(); n > 0; --n)
    {
        remaining += samples[n - 1] * samples[n - 1];

        if (remaining > energy)
            return n;
    }

    return 0;
}

} // namespace

dsp::TransferMatrix unitMatrix (std::size_t channels, std::size_t frame, units::SampleRate rate)
{
    dsp::TransferMatrix matrix { channels, channels, frame + 1, rate };

    for (std::size_t c = 0; c < channels; ++c)
        matrix.path (c, c)[frame] = 1.0;

    return matrix;
}

dsp::TransferMatrix folded (std::span<const dsp::ImpulseResponse> responses,
                            std::span<const std::array<double, 2>> gains,
                            std::size_t frame)
{
    PRECONDITION (! responses.empty() && gains.size() >= responses.size());
    std::size_t longest = 0;

    for (const auto& response : responses)
        longest = std::max (longest, response.samples.size());

    dsp::TransferMatrix matrix { responses.size(), 2, frame + longest, responses.front().rate };

    for (std::size_t o = 0; o < responses.size(); ++o)
        for (std::size_t i = 0; i < 2; ++i)
            std::transform (responses[o].samples.begin(),
                            responses[o].samples.end(),
                            matrix.path (o, i).begin() + static_cast<std::ptrdiff_t> (frame),
                            [gain = gains[o][i]] (double sample) { return gain * sample; });

    return matrix;
}

dsp::TransferMatrix trimmed (const dsp::TransferMatrix& matrix)
{
    double loudest = 0.0;
    forEachPath (matrix, [&] (std::size_t, std::size_t, std::span<const double> path) {
        loudest = std::max (loudest, energyOf (path));
    });

    std::size_t frames = 1;
    forEachPath (matrix, [&] (std::size_t, std::size_t, std::span<const double> path) {
        frames = std::max (frames, framesUntilOnly (path, inaudibleEnergy * loudest));
    });

    dsp::TransferMatrix result { matrix.numOutputs(), matrix.numInputs(), frames, matrix.rate() };
    forEachPath (matrix, [&] (std::size_t o, std::size_t i, std::span<const double> path) {
        std::copy_n (path.begin(), frames, result.path (o, i).begin());
    });
    return result;
}

dsp::TransferMatrix resampledTo (const dsp::TransferMatrix& matrix, units::SampleRate rate)
{
    if (matrix.rate() == rate)
        return matrix;

    std::vector<dsp::ImpulseResponse> paths;
    std::size_t longest = 0;
    forEachPath (matrix, [&] (std::size_t, std::size_t, std::span<const double> path) {
        paths.push_back (dsp::resampled ({ { path.begin(), path.end() }, matrix.rate() }, rate));
        longest = std::max (longest, paths.back().samples.size());
    });

    dsp::TransferMatrix result { matrix.numOutputs(), matrix.numInputs(), longest, rate };

    for (std::size_t p = 0; p < paths.size(); ++p)
        std::copy (paths[p].samples.begin(),
                   paths[p].samples.end(),
                   result.path (p / matrix.numInputs(), p % matrix.numInputs()).begin());

    return result;
}

std::size_t firstArrival (const dsp::TransferMatrix& matrix)
{
    double greatest = 0.0;
    forEachPath (matrix, [&] (std::size_t, std::size_t, std::span<const double> path) {
        for (const double sample : path)
            greatest = std::max (greatest, std::abs (sample));
    });

    std::size_t first = matrix.numTaps();
    forEachPath (matrix, [&] (std::size_t, std::size_t, std::span<const double> path) {
        const auto found = std::find_if (path.begin(), path.end(), [&] (double sample) {
            return std::abs (sample) >= arrivalGain * greatest;
        });
        first = std::min (first, static_cast<std::size_t> (found - path.begin()));
    });

    return first;
}

} // namespace library
