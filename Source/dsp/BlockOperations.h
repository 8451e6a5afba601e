// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Realtime.h"

#include <algorithm>

namespace dsp
{

/** Silence. */
inline void clear (AudioBlock block) noexcept REALTIME
{
    for (std::size_t c = 0; c < block.numChannels(); ++c)
        std::fill (block.channel (c).begin(), block.channel (c).end(), 0.0f);
}

/** The same samples elsewhere: blocks of one shape. */
inline void copy (ConstAudioBlock from, AudioBlock to) noexcept REALTIME
{
    PRECONDITION (from.numChannels() == to.numChannels() && from.numFrames() == to.numFrames());

    for (std::size_t c = 0; c < to.numChannels(); ++c)
        std::copy (from.channel (c).begin(), from.channel (c).end(), to.channel (c).begin());
}

} // namespace dsp
