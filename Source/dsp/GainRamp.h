// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "units/Realtime.h"

#include <algorithm>

namespace dsp
{

/** A gain that never jumps: it moves towards its target in a straight line, 0 to 1 in a fixed number of
    frames, all channels alike. */
class GainRamp
{
public:
    GainRamp (std::size_t framesFromZeroToOne, float startingAt)
        : step (1.0f / static_cast<float> (framesFromZeroToOne)),
          gain (startingAt),
          goal (startingAt)
    {}

    void moveTo (float target) noexcept REALTIME { goal = target; }
    void jumpTo (float target) noexcept REALTIME { gain = goal = target; }

    float value() const noexcept REALTIME { return gain; }
    float target() const noexcept REALTIME { return goal; }
    bool isMoving() const noexcept REALTIME { return gain != goal; }
    bool isSilent() const noexcept REALTIME { return gain == 0.0f && goal == 0.0f; }

    /** The gain of the next frame. */
    float next() noexcept REALTIME
    {
        gain = gain < goal ? std::min (goal, gain + step) : std::max (goal, gain - step);
        return gain;
    }

    void applyTo (AudioBlock block) noexcept REALTIME
    {
        if (! isMoving() && gain == 1.0f)
            return;

        for (std::size_t n = 0; n < block.numFrames(); ++n)
        {
            const float now = next();

            for (std::size_t c = 0; c < block.numChannels(); ++c)
                block.channel (c)[n] *= now;
        }
    }

private:
    float step;
    float gain;
    float goal;
};

} // namespace dsp
