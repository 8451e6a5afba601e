// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakMeter.h"

#include <algorithm>

namespace dsp
{

void TruePeakMeter::process (ConstAudioBlock block) noexcept REALTIME
{
    PRECONDITION (block.numChannels() == detectors.size());

    for (std::size_t c = 0; c < detectors.size(); ++c)
        add (c, block.channel (c));
}

void TruePeakMeter::add (std::size_t channel, std::span<const float> samples) noexcept REALTIME
{
    highest = detectors[channel].highest (samples, highest);
}

std::optional<units::Decibels> TruePeakMeter::truePeak() const
{
    // What the detectors have not yet looked at is as long as their reach.
    auto ended = *this;
    constexpr std::array<float, TruePeakTaps::perPhase> silence {};

    for (std::size_t c = 0; c < detectors.size(); ++c)
        ended.add (c, silence);

    if (ended.highest <= 0.0f)
        return std::nullopt;

    return units::Decibels::fromGain (static_cast<double> (ended.highest));
}

} // namespace dsp
