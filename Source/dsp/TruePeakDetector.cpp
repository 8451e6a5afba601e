// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakDetector.h"

#include "units/Precondition.h"

#include <algorithm>

namespace dsp
{
namespace
{

constexpr std::size_t history = TruePeakTaps::perPhase - 1;

} // namespace

/** @returns whether there was anything to be looked at: then all peaks have been found */
bool TruePeakDetector::look (std::span<const float> samples,
                             float threshold,
                             Peaks& peaks) noexcept REALTIME
{
    PRECONDITION (samples.size() <= longestBlock);

    std::copy (samples.begin(), samples.end(), recent.begin() + history);
    const auto heard = std::span { recent }.first (history + samples.size());
    const auto mayRise = loops.highestPossible (taps, heard.data(), heard.size(), threshold)
                         > threshold;

    if (mayRise)
        loops.highestBetween (taps, recent.data() + history, samples.size(), peaks.data());

    std::copy (heard.end() - history, heard.end(), recent.begin());
    return mayRise;
}

void TruePeakDetector::raise (std::span<float> peaks,
                              std::span<const float> samples,
                              float threshold) noexcept REALTIME
{
    PRECONDITION (peaks.size() == samples.size());
    Peaks found; // NOLINT(cppcoreguidelines-pro-type-member-init)

    if (look (samples, threshold, found))
        for (std::size_t n = 0; n < peaks.size(); ++n)
            peaks[n] = std::max (peaks[n], found[n]);
}

float TruePeakDetector::highest (std::span<const float> samples, float threshold) noexcept REALTIME
{
    Peaks found; // NOLINT(cppcoreguidelines-pro-type-member-init)

    if (! look (samples, threshold, found) || samples.empty())
        return 0.0f;

    return *std::max_element (found.begin(), found.begin() + std::ssize (samples));
}

} // namespace dsp
