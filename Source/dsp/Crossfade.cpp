// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Crossfade.h"

#include <algorithm>

namespace dsp
{

void Crossfade::mix (ConstAudioBlock before, AudioBlock block) noexcept REALTIME
{
    PRECONDITION (before.numFrames() == block.numFrames());

    const auto fading = std::min (frames - position, block.numFrames());
    const auto step = 1.0f / static_cast<float> (frames);

    for (std::size_t c = 0; c < block.numChannels(); ++c)
    {
        const auto from = before.channel (c);
        const auto to = block.channel (c);

        for (std::size_t i = 0; i < fading; ++i)
        {
            const auto progress = static_cast<float> (position + i + 1) * step;
            to[i] = from[i] + progress * (to[i] - from[i]);
        }
    }

    position += fading;
}

} // namespace dsp
