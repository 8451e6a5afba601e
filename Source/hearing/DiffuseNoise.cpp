// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/DiffuseNoise.h"

#include "dsp/Fft.h"
#include "dsp/RandomNumbers.h"
#include "dsp/ThirdOctave.h"
#include "hearing/TwoEarCorrelation.h"
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

// The band around 25 Hz is 6 Hz wide, and the window blurs its edges by one or two times the
// reciprocal of the length.
constexpr units::Seconds shortestBlock { 2.0 };

// Bins next to a band's edge that stay silent: through the window they would spill over it, and a hum
// would drown the bands beside it. So a band reads 44 dB down in its neighbours, 37 dB at 25 Hz.
constexpr std::size_t silentBins = 2;

/** The bins of a band that sound, one after the other. */
struct Bins
{
    Bins (dsp::ThirdOctave band, double binsPerHz)
        : first (static_cast<std::size_t> (std::ceil (band.lowHz() * binsPerHz))),
          end (static_cast<std::size_t> (std::ceil (band.highHz() * binsPerHz)))
    {
        const std::size_t silent = std::min (silentBins, (end - first) / 3);
        first += silent;
        end -= silent;
    }

    std::size_t first;
    std::size_t end;
};

/** Standard deviation of the bins of a transform of this size, up to the last that is not silent: every
    band gets its power. */
std::vector<double>
deviations (const dsp::FrequencyResponse& thirdOctavesDb, std::size_t size, units::SampleRate rate)
{
    std::vector<double> result;
    const auto n = static_cast<double> (size);
    const auto frequencies = thirdOctavesDb.frequenciesHz();
    const int last = dsp::ThirdOctave::around (frequencies.back()).fromOneKilohertz;

    for (auto band = dsp::ThirdOctave::around (frequencies.front()); band.fromOneKilohertz <= last;
         ++band.fromOneKilohertz)
    {
        const Bins bins { band, n / rate.hertz };
        const double power = std::pow (10.0, thirdOctavesDb.levelDbAt (band.centreHz()) / 10.0);

        // Parseval: both halves of the spectrum, Σ 2|X|² / N² over the band, make its mean square.
        const double deviation =
            n * std::sqrt (power / (2.0 * static_cast<double> (bins.end - bins.first)));
        result.resize (std::min (bins.first, size / 2));
        result.resize (std::min (bins.end, size / 2), deviation);
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

/** Blocks of periodic noise under a sine window, each overlapping half of the last: sin² + cos² = 1
    keeps the power of independent blocks the same at every sample. */
struct DiffuseNoise::State
{
    using Pair = std::array<std::vector<double>, 2>;

    State (const dsp::FrequencyResponse& thirdOctavesDb, units::SampleRate rate, std::uint64_t seed)
        : fft (std::bit_ceil (rate.framesIn (shortestBlock))),
          random (seed),
          deviation (deviations (thirdOctavesDb, fft.size(), rate)),
          correlation (deviation.size()),
          half (fft.size() / 2)
    {
        for (std::size_t k = 0; k < correlation.size(); ++k)
            correlation[k] = twoEarCorrelation (static_cast<double> (k) * rate.hertz
                                                / static_cast<double> (fft.size()));

        rising = block();
        turn();
    }

    /** One windowed block. */
    Pair block()
    {
        std::array<std::vector<std::complex<double>>, 2> bins;
        bins.fill (std::vector<std::complex<double>> (fft.numBins()));

        for (std::size_t k = 0; k < deviation.size(); ++k)
        {
            if (deviation[k] <= 0.0)
                continue;

            const auto first = deviation[k] * complexGaussian (random);
            const auto second = deviation[k] * complexGaussian (random);
            const auto atEars = correlated (first, second, correlation[k]);
            bins[0][k] = atEars[0];
            bins[1][k] = atEars[1];
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
