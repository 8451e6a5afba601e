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

    for (std::size_t done = 0; done < block.numFrames();)
    {
        if (received == endOfHop())
            curve.push_back (0.0f);

        const auto length = std::min (
            { step, block.numFrames() - done, static_cast<std::size_t> (endOfHop() - received) });
        float& highest = curve.back();

        for (std::size_t c = 0; c < detectors.size(); ++c)
            highest = std::max (
                highest, detectors[c].highest (block.channel (c).subspan (done, length), highest));

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
        if (! curve.empty())
            curve.back() = std::max (curve.back(), detector.highest (silence, curve.back()));

    return std::move (curve);
}

} // namespace analysis
