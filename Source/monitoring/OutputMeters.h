// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/FourLoudnessMeters.h"
#include "monitoring/OfflineRenderer.h"

#include <span>
#include <vector>

namespace monitoring
{

/** Integrated loudness and true peak of all that an OfflineRenderer gives, a group at a time. */
class OutputMeters
{
public:
    /** @param numChannels  of each device */
    OutputMeters (std::span<const std::size_t> numChannels, units::SampleRate rate);

    /** What a GroupSink takes. */
    void process (std::size_t firstDevice, std::span<const dsp::ConstAudioBlock> blocks);

    hearing::ProgrammeLoudness result (std::size_t device) const;

private:
    std::vector<hearing::FourLoudnessMeters> meters {};
};

} // namespace monitoring
