// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/ChannelDelay.h"

#include "units/Precondition.h"

#include <algorithm>
#include <complex>
#include <span>
#include <vector>

namespace analysis
{

namespace
{

// What leaks through the window and what a converter hums says nothing about delay.
constexpr float soundingBelowLoudest = 1e-7f;

// Nearer to none there is width, not delay.
constexpr std::size_t firstLag = 3;

} // namespace

// Of a copy that comes later by d, the sum has |1 + e^(-iωd)|² of one channel's power: together = apart · (1 + cos ωd) / 2,
// so that 2 · together / apart - 1 is the cosine, whose transform stands at ±d.
std::optional<ChannelDelay> channelDelay (std::span<const float> apart,
                                          std::span<const float> together,
                                          const dsp::DesignFft& fft,
                                          units::SampleRate rate)
{
    PRECONDITION (fft.size() == 2 * apart.size());
    const float gate = soundingBelowLoudest * *std::ranges::max_element (apart);
    std::vector<std::complex<double>> cosines (fft.numBins());
    std::size_t numSounding = 0;

    for (std::size_t bin = 1; bin < apart.size(); ++bin)
        if (apart[bin] > gate)
        {
            ++numSounding;
            cosines[bin] =
                2.0 * static_cast<double> (together[bin]) / static_cast<double> (apart[bin]) - 1.0;
        }

    if (numSounding == 0)
        return std::nullopt;

    const auto correlation = fft.inverse (cosines);
    const auto lags = std::span { correlation }.first (correlation.size() / 4).subspan (firstLag);
    const auto peak = std::ranges::max_element (lags);

    if (*peak <= correlation[0])
        return std::nullopt;

    const auto lag = firstLag + static_cast<std::size_t> (peak - lags.begin());
    return ChannelDelay { static_cast<double> (lag) / rate.hertz,
                          *peak * static_cast<double> (fft.size())
                              / static_cast<double> (numSounding) };
}

} // namespace analysis
