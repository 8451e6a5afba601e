// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/PeakCurve.h"

#include "analysis/TimeRange.h"

#include <algorithm>
#include <array>

namespace analysis
{

PeakCurveMeter::PeakCurveMeter (std::size_t numChannels, units::SampleRate fileRate)
    : rate (fileRate),
      detectors (numChannels)
{}

std::uint64_t PeakCurveMeter::endOfHop() const
{
    constexpr auto hops = static_cast<std::uint64_t> (hopsPerSecond);
    return static_cast<std::uint64_t> (curve.size()) * static_cast<std::uint64_t> (rate.hertz)
           / hops;
}

void PeakCurveMeter::process (dsp::ConstAudioBlock block)
{
    constexpr auto step = dsp::TruePeakDetector::longestBlock;
    std::array<float, step> storage {};

    for (std::size_t done = 0; done < block.numFrames();)
    {
        if (received == endOfHop())
            curve.push_back (0.0f);

        const auto length = std::min (
            { step, block.numFrames() - done, static_cast<std::size_t> (endOfHop() - received) });
        const auto peaks = std::span { storage }.first (length);
        float& highest = curve.back();

        for (std::size_t c = 0; c < detectors.size(); ++c)
        {
            std::ranges::fill (peaks, 0.0f);
            detectors[c].raise (peaks, block.channel (c).subspan (done, length), highest);
            highest = std::max (highest, *std::ranges::max_element (peaks));
        }

        done += length;
        received += length;
    }
}

PeakCurve PeakCurveMeter::finish()
{
    // What the detectors have not yet looked at belongs to the last hop.
    constexpr auto reach = dsp::TruePeakTaps::perPhase;
    constexpr std::array<float, reach> silence {};

    for (auto& detector : detectors)
    {
        std::array<float, reach> peaks {};

        if (curve.empty())
            continue;

        detector.raise (peaks, silence, curve.back());
        curve.back() = std::max (curve.back(), *std::ranges::max_element (peaks));
    }

    return std::move (curve);
}

} // namespace analysis
