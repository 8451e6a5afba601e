// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/DiffuseNoise.h"

#include "dsp/Fft.h"
#include "dsp/RandomNumbers.h"
#include "dsp/ThirdOctave.h"
#include "units/Precondition.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <complex>
#include <numbers>

namespace hearing
{
namespace
{

// A block is longer than a second: the band around 25 Hz is 6 Hz wide, and its edges are blurred by
// one or two times the reciprocal of the length.
constexpr units::Seconds shortestBlock { 1.0 };

/** Standard deviation of the bins of a transform with this many bins, so that every band gets its
    power. */
std::vector<double>
deviations (const dsp::FrequencyResponse& thirdOctavesDb, std::size_t size, units::SampleRate rate)
{
    std::vector<double> result (size / 2 + 1);
    const double binsPerHz = static_cast<double> (size) / rate.hertz;
    const auto frequencies = thirdOctavesDb.frequenciesHz();
    const int last = dsp::ThirdOctave::around (frequencies.back()).fromOneKilohertz;

    for (auto band = dsp::ThirdOctave::around (frequencies.front()); band.fromOneKilohertz <= last;
         ++band.fromOneKilohertz)
    {
        const auto first = static_cast<std::size_t> (std::ceil (band.lowHz() * binsPerHz));
        const auto end = static_cast<std::size_t> (std::ceil (band.highHz() * binsPerHz));
        const double power = std::pow (10.0, thirdOctavesDb.levelDbAt (band.centreHz()) / 10.0);
        const auto n = static_cast<double> (size);

        // Parseval: both halves of the spectrum, Σ 2|X|² / N² over the band, make its mean square.
        for (std::size_t k = first; k < std::min (end, size / 2); ++k)
            result[k] = n * std::sqrt (power / (2.0 * static_cast<double> (end - first)));
    }

    return result;
}

/** A complex Gaussian number with a mean square of 1. */
std::complex<double> complexGaussian (dsp::RandomNumbers& random)
{
    const double radius = std::sqrt (-std::log (1.0 - random.uniform()));
    return std::polar (radius, 2.0 * std::numbers::pi * random.uniform());
}

} // namespace

double twoEarCorrelation (double frequencyHz)
{
    constexpr double headWidthMetres = 0.15;
    constexpr double soundMetresPerSecond = 343.0;
    constexpr double alpha = 2.2;
    constexpr double beta = 0.5;

    const double d = 2.0 * std::numbers::pi * frequencyHz * headWidthMetres / soundMetresPerSecond;
    const double sinc = d > 0.0 ? std::sin (alpha * d) / (alpha * d) : 1.0;
    return sinc / std::sqrt (1.0 + std::pow (beta * d, 4.0));
}

/** Blocks of periodic noise under a sine window, each overlapping half of the last: sin² + cos² = 1
    keeps the power of independent blocks the same at every sample. */
struct DiffuseNoise::State
{
    using Pair = std::array<std::vector<double>, 2>;

    State (const dsp::FrequencyResponse& thirdOctavesDb, units::SampleRate rate, std::uint64_t seed)
        : fft (std::bit_ceil (rate.framesIn (shortestBlock))),
          random (seed),
          deviation (deviations (thirdOctavesDb, fft.size(), rate)),
          correlation (fft.numBins()),
          half (fft.size() / 2)
    {
        for (std::size_t k = 0; k < correlation.size(); ++k)
            correlation[k] = twoEarCorrelation (static_cast<double> (k) * rate.hertz
                                                / static_cast<double> (fft.size()));

        rising = block();
        turn();
    }

    /** One windowed block. Sum and difference of two independent noises are as alike as asked for. */
    Pair block()
    {
        std::array<std::vector<std::complex<double>>, 2> bins;
        bins.fill (std::vector<std::complex<double>> (fft.numBins()));

        for (std::size_t k = 0; k < deviation.size(); ++k)
        {
            const auto common = complexGaussian (random)
                                * (deviation[k] * std::sqrt (0.5 + 0.5 * correlation[k]));
            const auto opposed = complexGaussian (random)
                                 * (deviation[k] * std::sqrt (0.5 - 0.5 * correlation[k]));
            bins[0][k] = common + opposed;
            bins[1][k] = common - opposed;
        }

        return { windowed (fft.inverse (bins[0])), windowed (fft.inverse (bins[1])) };
    }

    std::vector<double> windowed (std::vector<double> samples) const
    {
        for (std::size_t n = 0; n < samples.size(); ++n)
            samples[n] *= std::sin (std::numbers::pi * (static_cast<double> (n) + 0.5)
                                    / static_cast<double> (samples.size()));

        return samples;
    }

    void turn()
    {
        falling = std::move (rising);
        rising = block();
        position = 0;
    }

    void process (dsp::AudioBlock out)
    {
        for (std::size_t n = 0; n < out.numFrames(); ++n, ++position)
        {
            if (position == half)
                turn();

            for (std::size_t c = 0; c < 2; ++c)
                out.channel (c)[n] = static_cast<float> (falling[c][half + position]
                                                         + rising[c][position]);
        }
    }

    dsp::DesignFft fft;
    dsp::RandomNumbers random;
    std::vector<double> deviation;
    std::vector<double> correlation;
    std::size_t half;
    std::size_t position = 0;
    Pair rising;
    Pair falling;
};

DiffuseNoise::DiffuseNoise (const dsp::FrequencyResponse& thirdOctavesDb,
                            units::SampleRate rate,
                            std::uint64_t seed)
    : state (std::make_unique<State> (thirdOctavesDb, rate, seed))
{}

DiffuseNoise::~DiffuseNoise() = default;
DiffuseNoise::DiffuseNoise (DiffuseNoise&&) noexcept = default;
DiffuseNoise& DiffuseNoise::operator= (DiffuseNoise&&) noexcept = default;

void DiffuseNoise::process (dsp::AudioBlock out)
{
    PRECONDITION (out.numChannels() == 2);
    state->process (out);
}

} // namespace hearing
