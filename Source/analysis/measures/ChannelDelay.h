// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"
#include "units/SampleRate.h"

#include <optional>
#include <span>

namespace analysis
{

/** By how much one channel comes later than the other. From powers alone, so that nobody knows which. */
struct ChannelDelay
{
    double seconds = 0.0;
    double share =
        0.0; ///< of the bins that sound, about how many agree: 1 of a copy that comes later
};

/** The highest peak of the whitened cross-correlation, where it is higher than at no delay and farther than
    two samples away; nullopt: there is none.
    @param apart     power of left plus that of right, in each bin of a Hann window's spectrum
    @param together  half the power of left + right
    @param fft       of twice as many samples as there are bins */
std::optional<ChannelDelay> channelDelay (std::span<const float> apart,
                                          std::span<const float> together,
                                          const dsp::DesignFft& fft,
                                          units::SampleRate rate);

} // namespace analysis
