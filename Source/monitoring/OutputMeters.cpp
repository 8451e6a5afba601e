// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OutputMeters.h"

#include <algorithm>

namespace monitoring
{

namespace
{

constexpr auto perGroup = OfflineRenderer::devicesPerGroup;

static_assert (perGroup == hearing::FourLoudnessMeters::most);

} // namespace

OutputMeters::OutputMeters (std::span<const std::size_t> numChannels, units::SampleRate rate)
{
    for (std::size_t first = 0; first < numChannels.size(); first += perGroup)
        meters.emplace_back (
            numChannels.subspan (first, std::min (perGroup, numChannels.size() - first)), rate);
}

void OutputMeters::process (std::size_t firstDevice, std::span<const dsp::ConstAudioBlock> blocks)
{
    meters[firstDevice / perGroup].process (blocks);
}

hearing::ProgrammeLoudness OutputMeters::result (std::size_t device) const
{
    return meters[device / perGroup].result (device % perGroup);
}

} // namespace monitoring
