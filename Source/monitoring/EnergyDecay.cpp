// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/EnergyDecay.h"

#include "dsp/Fft.h"
#include "dsp/NarrowBands.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace monitoring
{

namespace
{

using Energies = std::vector<hearing::ThirdOctavePowers>;

// −40 dB.
constexpr float nothingToSpeakOf = 1e-4f;

/** The bins of a transform that stand for each third octave: the nearest one at least. */
struct BandBins
{
    BandBins (std::size_t transformSize, units::SampleRate rate)
    {
        const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (transformSize);
        const auto last = transformSize / 2;

        for (std::size_t edge = 0; edge < std::size (firstBin); ++edge)
        {
            const double hz = dsp::narrow_bands::edgeHz (dsp::narrow_bands::perThirdOctave * edge);
            firstBin[edge] = std::clamp<std::size_t> (
                static_cast<std::size_t> (hz / binHz), 1, last);
        }
    }

    double energyOf (const std::vector<std::complex<double>>& bins, std::size_t band) const
    {
        double sum = 0.0;

        for (auto bin = firstBin[band]; bin < std::max (firstBin[band + 1], firstBin[band] + 1);
             ++bin)
            sum += std::norm (bins[bin]);

        return sum;
    }

    std::size_t firstBin[hearing::numThirdOctaves + 1] {};
};

/** Step by step, all inputs added up. */
Energies energiesOf (const dsp::TransferMatrix& matrix, std::size_t output)
{
    const auto length = std::max<std::size_t> (1, matrix.rate().framesIn (EnergyDecay::step));
    const dsp::DesignFft fft { std::bit_ceil (2 * length) };
    const BandBins bands { fft.size(), matrix.rate() };
    Energies energies ((matrix.numTaps() + length - 1) / length, hearing::ThirdOctavePowers {});
    std::vector<double> part (length);

    for (std::size_t input = 0; input < matrix.numInputs(); ++input)
        for (std::size_t step = 0; step < energies.size(); ++step)
        {
            const auto taps = matrix.path (output, input).subspan (step * length);
            std::ranges::fill (part, 0.0);
            std::copy_n (taps.begin(), std::min (taps.size(), length), part.begin());
            const auto bins = fft.forward (part);

            for (std::size_t band = 0; band < hearing::numThirdOctaves; ++band)
                energies[step][band] += static_cast<float> (bands.energyOf (bins, band));
        }

    return energies;
}

/** In one band: what comes behind the strongest step, from the beginning on. */
void shiftToStrongest (Energies& energies, std::size_t band)
{
    const auto byBand = [band] (const auto& step) { return step[band]; };
    const auto strongest = std::ranges::max_element (energies, {}, byBand) - energies.begin();
    float all = 0.0f;

    for (const auto& step : energies)
        all += step[band];

    for (std::size_t step = 0; step < energies.size(); ++step)
    {
        const auto from = step + static_cast<std::size_t> (strongest) + 1;
        energies[step][band] = from < energies.size() && all > 0.0f ? energies[from][band] / all
                                                                    : 0.0f;
    }
}

} // namespace

EnergyDecay energyDecay (const dsp::TransferMatrix& matrix, std::size_t output)
{
    auto energies = energiesOf (matrix, output);

    for (std::size_t band = 0; band < hearing::numThirdOctaves; ++band)
        shiftToStrongest (energies, band);

    while (! energies.empty() && std::ranges::max (energies.back()) < nothingToSpeakOf)
        energies.pop_back();

    return { std::move (energies) };
}

} // namespace monitoring
