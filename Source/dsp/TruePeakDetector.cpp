// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakDetector.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>

namespace dsp
{
namespace
{

constexpr std::size_t history = TruePeakTaps::perPhase - 1;

float highestOf (std::span<const float> samples)
{
    float highest = 0.0f;

    for (const float sample : samples)
        highest = std::max (highest, std::abs (sample));

    return highest;
}

} // namespace

void TruePeakDetector::raise (std::span<float> peaks,
                              std::span<const float> samples,
                              float threshold) noexcept REALTIME
{
    PRECONDITION (samples.size() <= longestBlock && peaks.size() == samples.size());

    std::copy (samples.begin(), samples.end(), recent.begin() + history);
    const auto heard = std::span { recent }.first (history + samples.size());

    if (highestOf (heard) * taps.mostGain > static_cast<double> (threshold))
    {
        std::array<float, longestBlock> highest; // NOLINT(cppcoreguidelines-pro-type-member-init)
        highestBetween (taps, recent.data() + history, samples.size(), highest.data());

        for (std::size_t n = 0; n < peaks.size(); ++n)
            peaks[n] = std::max (peaks[n], highest[n]);
    }

    std::copy (heard.end() - history, heard.end(), recent.begin());
}

} // namespace dsp
