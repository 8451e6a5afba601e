// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"

#include <algorithm>
#include <cstddef>

namespace dsp
{

/** What cuts a stream into frames of some kind and hands them out. The cutter has

        void append (ConstAudioBlock);
        void appendSilence();                  so that the last frames are whole
        std::optional<Frame> next();           the next frame that is complete
*/
template <typename Cutter>
class InPortions
{
public:
    /** Hands every frame that is complete to `visit (const Frame&)`. */
    template <typename Visit>
    void process (ConstAudioBlock block, Visit&& visit)
    {
        constexpr std::size_t portion = 4096; // so that a whole file at once needs no more memory

        for (std::size_t done = 0; done < block.numFrames(); done += portion)
        {
            cutter().append (block.slice (done, std::min (portion, block.numFrames() - done)));
            visitAll (visit);
        }
    }

    /** Hands out what has begun, now that nothing more will come. */
    template <typename Visit>
    void finish (Visit&& visit)
    {
        cutter().appendSilence();
        visitAll (visit);
    }

private:
    friend Cutter;
    InPortions() = default;

    Cutter& cutter() { return static_cast<Cutter&> (*this); }

    template <typename Visit>
    void visitAll (Visit& visit)
    {
        while (const auto frame = cutter().next())
            visit (*frame);
    }
};

} // namespace dsp
