// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LostSound.h"

#include "dsp/Fft.h"
#include "dsp/Smoothing.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace monitoring
{

namespace
{

// About 21 ms: long enough to tell 50 Hz from 100, short enough to be switched to.
constexpr units::Seconds filterLength { 0.0426 };
constexpr double floorDb = -150.0;

std::size_t filterSize (units::SampleRate rate)
{
    return std::bit_floor (rate.framesIn (filterLength));
}

/** Of all paths together, at the transform's bins above 0 Hz. */
dsp::FrequencyResponse smoothedPower (const dsp::TransferMatrix& matrix, const dsp::DesignFft& fft)
{
    std::vector<double> power (fft.numBins());

    for (std::size_t o = 0; o < matrix.numOutputs(); ++o)
        for (std::size_t i = 0; i < matrix.numInputs(); ++i)
        {
            const auto bins = fft.forward (matrix.path (o, i));

            for (std::size_t k = 0; k < bins.size(); ++k)
                power[k] += std::norm (bins[k]);
        }

    std::vector<double> frequencies;
    std::vector<double> levels;

    for (std::size_t k = 1; k < power.size(); ++k)
    {
        frequencies.push_back (static_cast<double> (k) * matrix.rate().hertz
                               / static_cast<double> (fft.size()));
        levels.push_back (std::max (floorDb, 10.0 * std::log10 (power[k] + 1e-30)));
    }

    const auto curve = dsp::FrequencyResponse::fromPoints (frequencies, levels);
    PRECONDITION (curve);
    return dsp::powerSmoothed (*curve, [] (double) { return 1.0 / 6.0; });
}

/** A symmetric filter of this gain, its middle tap in the middle. */
std::vector<double>
linearPhase (const dsp::FrequencyResponse& lossDb, std::size_t size, units::SampleRate rate)
{
    const dsp::DesignFft fft { size };
    std::vector<std::complex<double>> bins (fft.numBins());

    for (std::size_t k = 0; k < bins.size(); ++k)
    {
        const double hertz = static_cast<double> (k) * rate.hertz / static_cast<double> (size);
        bins[k] = std::max (0.0, 1.0 - std::pow (10.0, lossDb.levelDbAt (hertz) / 20.0));
    }

    auto taps = fft.inverse (bins);
    std::rotate (taps.begin(), taps.begin() + static_cast<std::ptrdiff_t> (size / 2), taps.end());

    for (std::size_t n = 0; n < size; ++n)
        taps[n] *= 0.5
                   - 0.5
                         * std::cos (2.0 * std::numbers::pi * static_cast<double> (n)
                                     / static_cast<double> (size));

    return taps;
}

} // namespace

std::size_t lostDelayFrames (units::SampleRate rate) { return filterSize (rate) / 2; }

dsp::TransferMatrix lostSound (const dsp::TransferMatrix& neutral,
                               const dsp::TransferMatrix& device)
{
    PRECONDITION (neutral.rate() == device.rate());
    const auto size = filterSize (neutral.rate());
    const auto taps = neutral.numTaps() + size;
    const dsp::DesignFft fft { std::bit_ceil (std::max ({ taps, device.numTaps(), 8 * size })) };
    const auto lossDb = smoothedPower (device, fft) - smoothedPower (neutral, fft);
    const auto filter = fft.forward (linearPhase (lossDb, size, neutral.rate()));
    dsp::TransferMatrix lost { neutral.numOutputs(), neutral.numInputs(), taps, neutral.rate() };

    for (std::size_t o = 0; o < lost.numOutputs(); ++o)
        for (std::size_t i = 0; i < lost.numInputs(); ++i)
        {
            auto bins = fft.forward (neutral.path (o, i));
            std::ranges::transform (bins, filter, bins.begin(), std::multiplies<> {});
            const auto wave = fft.inverse (bins);
            std::copy_n (wave.begin(), taps, lost.path (o, i).begin());
        }

    return lost;
}

} // namespace monitoring
