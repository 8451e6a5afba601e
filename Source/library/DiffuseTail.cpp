// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DiffuseTail.h"

#include "dsp/Fft.h"
#include "hearing/TwoEarCorrelation.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <numbers>
#include <random>

namespace library
{

namespace
{

using Spectrum = std::vector<std::complex<double>>;
using SpectrumPair = std::array<Spectrum, 2>;

constexpr double inaudibleDb = -100.0;

// 60 dB of energy are e^13.8155.
const double decayPerT60 = 6.0 * std::numbers::ln10;

/** Weight of an octave band at a frequency: cos² flanks over log frequency that add up to one, the
    outer bands go on to DC and Nyquist. */
double bandWeight (std::size_t band, double frequencyHz)
{
    const double place = std::log2 (std::max (frequencyHz, 1.0) / octaveCentresHz[0]);
    const double clamped = std::clamp (
        place, 0.0, static_cast<double> (octaveCentresHz.size() - 1));
    const double away = std::abs (clamped - static_cast<double> (band));

    return away >= 1.0 ? 0.0 : 0.5 + 0.5 * std::cos (std::numbers::pi * away);
}

/** Where the energy still to come falls below −100 dB, the slowest octave's. */
double lengthSeconds (const DiffuseDecay& decay)
{
    double longest = decay.fadeInUntilSeconds;

    for (std::size_t b = 0; b < octaveCentresHz.size(); ++b)
        longest = std::max (
            longest, decay.reverberationTimeSeconds[b] * (decay.levelDb[b] - inaudibleDb) / 60.0);

    return longest;
}

double fadeIn (const DiffuseDecay& decay, double seconds)
{
    const double way = (seconds - decay.fadeInFromSeconds)
                       / (decay.fadeInUntilSeconds - decay.fadeInFromSeconds);
    return 0.5 - 0.5 * std::cos (std::numbers::pi * std::clamp (way, 0.0, 1.0));
}

SpectrumPair noise (const dsp::DesignFft& fft, std::uint64_t seed)
{
    std::mt19937_64 generator { seed };
    std::normal_distribution<double> gaussian;
    std::array<std::vector<double>, 2> samples;

    for (auto& ear : samples)
    {
        ear.resize (fft.size());
        std::generate (ear.begin(), ear.end(), [&] { return gaussian (generator); });
    }

    return { fft.forward (samples[0]), fft.forward (samples[1]) };
}

/** Two independent noises become two that are as alike as a diffuse field at the ears. */
void correlate (SpectrumPair& noises, double binHz)
{
    for (std::size_t k = 0; k < noises[0].size(); ++k)
    {
        const auto atEars = hearing::correlated (
            noises[0][k],
            noises[1][k],
            hearing::twoEarCorrelation (binHz * static_cast<double> (k)));
        noises[0][k] = atEars[0];
        noises[1][k] = atEars[1];
    }
}

/** Adds one octave of the noise under its own decay. */
void addOctave (std::vector<double>& tail,
                const Spectrum& noise,
                const dsp::DesignFft& fft,
                const std::vector<double>& weights,
                const std::vector<double>& envelope)
{
    Spectrum octave (noise.size());

    for (std::size_t k = 0; k < octave.size(); ++k)
        octave[k] = weights[k] * noise[k];

    const auto samples = fft.inverse (octave);

    for (std::size_t n = 0; n < tail.size(); ++n)
        tail[n] += envelope[n] * samples[n];
}

std::vector<double> envelopeOf (const DiffuseDecay& decay,
                                std::size_t octave,
                                units::SampleRate rate,
                                std::size_t count)
{
    const double perSecond = decayPerT60 / decay.reverberationTimeSeconds[octave];
    const double gain = std::pow (10.0, decay.levelDb[octave] / 20.0)
                        * std::sqrt (perSecond / rate.hertz);
    std::vector<double> envelope (count);

    for (std::size_t n = 0; n < count; ++n)
    {
        const double seconds = static_cast<double> (n) / rate.hertz;
        envelope[n] = gain * fadeIn (decay, seconds) * std::exp (-0.5 * perSecond * seconds);
    }

    return envelope;
}

} // namespace

DiffuseDecay decayOf (const Room& room, double sourceDistanceMetres)
{
    const double volume = room.sizeMetres[0] * room.sizeMetres[1] * room.sizeMetres[2];
    const double mixingSeconds = std::sqrt (volume) / 1000.0;
    DiffuseDecay decay { room.reverberationTimeSeconds,
                         room.reverberantLevelDb,
                         0.5 * mixingSeconds,
                         1.5 * mixingSeconds };

    for (double& level : decay.levelDb)
        level += 20.0 * std::log10 (sourceDistanceMetres);

    return decay;
}

std::array<std::vector<double>, 2> diffuseTail (const DiffuseDecay& decay,
                                                units::SampleRate rate,
                                                std::uint64_t seed,
                                                double longestSeconds)
{
    const std::size_t count = rate.framesIn ({ std::min (lengthSeconds (decay), longestSeconds) });
    const dsp::DesignFft fft { std::bit_ceil (std::max<std::size_t> (count, 1024)) };
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
    auto noises = noise (fft, seed);
    correlate (noises, binHz);

    std::array<std::vector<double>, 2> tail { std::vector<double> (count),
                                              std::vector<double> (count) };
    std::vector<double> weights (fft.numBins());

    for (std::size_t octave = 0; octave < octaveCentresHz.size(); ++octave)
    {
        for (std::size_t k = 0; k < weights.size(); ++k)
            weights[k] = bandWeight (octave, binHz * static_cast<double> (k));

        const auto envelope = envelopeOf (decay, octave, rate, count);

        for (std::size_t ear = 0; ear < 2; ++ear)
            addOctave (tail[ear], noises[ear], fft, weights, envelope);
    }

    return tail;
}

} // namespace library
