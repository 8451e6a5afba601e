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

/** @returns what is known, ending with these samples */
std::span<const float> TruePeakDetector::append (std::span<const float> samples) noexcept REALTIME
{
    PRECONDITION (samples.size() <= longestBlock);
    std::copy (samples.begin(), samples.end(), recent.begin() + history);
    return std::span { recent }.first (history + samples.size());
}

/** The end of these is what came before the next. */
void TruePeakDetector::remember (std::span<const float> samples) noexcept REALTIME
{
    const auto last = samples.last (history);
    std::copy (last.begin(), last.end(), recent.begin());
}

void TruePeakDetector::raise (std::span<float> peaks,
                              std::span<const float> samples,
                              float threshold) noexcept REALTIME
{
    PRECONDITION (peaks.size() == samples.size());
    const auto heard = append (samples);

    if (loops.highestPossible (taps, heard.data(), heard.size(), threshold) > threshold)
    {
        Peaks found; // NOLINT(cppcoreguidelines-pro-type-member-init)
        loops.highestBetween (taps, heard.data() + history, samples.size(), found.data());

        for (std::size_t n = 0; n < peaks.size(); ++n)
            peaks[n] = std::max (peaks[n], found[n]);
    }

    remember (heard);
}

float TruePeakDetector::highest (std::span<const float> samples, float threshold) noexcept REALTIME
{
    const auto look = [&] (std::span<const float> heard) {
        threshold = std::max (threshold,
                              loops.highestAbove (taps, heard.data(), heard.size(), threshold));
    };
    const auto copied = append (samples.first (std::min (samples.size(), longestBlock)));
    look (copied);

    if (samples.size() <= longestBlock)
    {
        remember (copied);
        return threshold;
    }

    // From here on what came before stands before it. Only the last block has nothing behind it.
    auto n = longestBlock;

    for (; n + 2 * longestBlock <= samples.size(); n += longestBlock)
        look (samples.subspan (n - history, history + longestBlock));

    for (; n < samples.size(); n += longestBlock)
    {
        remember (samples.first (n));
        look (append (samples.subspan (n, std::min (longestBlock, samples.size() - n))));
    }

    remember (samples);
    return threshold;
}

} // namespace dsp
