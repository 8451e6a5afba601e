// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/RunningBandLevels.h"

#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace hearing
{

namespace
{

constexpr units::Seconds windowLength { 0.3 };
constexpr units::Seconds meanTime { 0.3 };
constexpr std::size_t hopsPerWindow = 4;
constexpr double silenceDb = -200.0;

/** How much of the bin around `number` lies between two edges, all in bins. */
double overlap (std::size_t number, double low, double high)
{
    const auto centre = static_cast<double> (number);
    return std::max (0.0, std::min (high, centre + 0.5) - std::max (low, centre - 0.5));
}

} // namespace

RunningBandLevels::RunningBandLevels (std::size_t numChannels, units::SampleRate rate)
    : fft (std::bit_ceil (rate.framesIn (windowLength))),
      hop (fft.size() / hopsPerWindow),
      forgetting (std::exp (-static_cast<double> (hop) / (meanTime.value * rate.hertz))),
      window (fft.size()),
      recent (numChannels, std::vector<double> (fft.size())),
      bands (numBands)
{
    PRECONDITION (numChannels > 0);
    const auto size = static_cast<double> (fft.size());

    for (std::size_t n = 0; n < fft.size(); ++n)
        window[n] = 0.5 - 0.5 * std::cos (2.0 * std::numbers::pi * static_cast<double> (n) / size);

    for (std::size_t b = 0; b < numBands; ++b)
    {
        const dsp::ThirdOctave band { lowestBand.fromOneKilohertz + static_cast<int> (b) };
        const double low = band.lowHz() * size / rate.hertz;
        const double high = band.highHz() * size / rate.hertz;
        bands[b].firstBin = static_cast<std::size_t> (std::lround (low));

        for (auto bin = bands[b].firstBin; bin < fft.numBins() && overlap (bin, low, high) > 0.0;
             ++bin)
            bands[b].weights.push_back (overlap (bin, low, high));
    }
}

void RunningBandLevels::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == recent.size());

    for (std::size_t done = 0; done < block.numFrames();)
    {
        const auto count = std::min (block.numFrames() - done, hop - framesSinceHop);
        const auto place = fft.size() - hop + framesSinceHop;

        for (std::size_t c = 0; c < recent.size(); ++c)
            for (std::size_t n = 0; n < count; ++n)
            {
                const float sample = block.channel (c)[done + n];
                recent[c][place + n] = std::isfinite (sample) ? sample : 0.0f;
            }

        done += count;
        framesSinceHop += count;

        if (framesSinceHop == hop)
            analyse();
    }
}

/** Parseval, with the window's mean square of 3/8: Σ 2|X|² / (N² · 3/8) over a band is its mean square. */
void RunningBandLevels::analyse()
{
    const auto size = static_cast<double> (fft.size());
    const double scale = 2.0 / (size * size * 0.375);
    std::array<double, numBands> now {};

    for (auto& channel : recent)
    {
        std::vector<double> windowed (fft.size());
        std::ranges::transform (channel, window, windowed.begin(), std::multiplies<> {});
        const auto bins = fft.forward (windowed);

        for (std::size_t b = 0; b < numBands; ++b)
            for (std::size_t k = 0; k < bands[b].weights.size(); ++k)
                now[b] += scale * bands[b].weights[k] * std::norm (bins[bands[b].firstBin + k]);

        std::move (
            channel.begin() + static_cast<std::ptrdiff_t> (hop), channel.end(), channel.begin());
    }

    for (std::size_t b = 0; b < numBands; ++b)
        power[b] = now[b] + forgetting * (power[b] - now[b]);

    framesSinceHop = 0;
}

RunningBandLevels::Levels RunningBandLevels::levelsDb() const
{
    Levels levels {};
    std::ranges::transform (power, levels.begin(), [] (double meanSquare) {
        return static_cast<float> (std::max (silenceDb, 10.0 * std::log10 (meanSquare + 1e-30)));
    });
    return levels;
}

} // namespace hearing
