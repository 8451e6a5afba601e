// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Realtime.h"

namespace dsp
{

/** A linear crossfade over a fixed number of frames, across as many blocks as it takes.

    Linear because the two sides are one master heard twice: what they share neither dips nor rises.
*/
class Crossfade
{
public:
    explicit Crossfade (std::size_t fadeFrames) : frames (fadeFrames), position (fadeFrames) {}

    void start() noexcept REALTIME { position = 0; }
    void stop() noexcept REALTIME { position = frames; }
    bool isRunning() const noexcept REALTIME { return position < frames; }

    /** Leads `block` from what was heard before to itself. The first frame after start() takes the
        first step, so that frame number `frames` is the first that is all new. */
    void mix (ConstAudioBlock before, AudioBlock block) noexcept REALTIME;

private:
    std::size_t frames;
    std::size_t position;
};

} // namespace dsp
