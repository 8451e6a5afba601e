// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/transform/StereoFftLoops.h"

#include <cstddef>
#include <vector>

namespace dsp
{

/** The steps of a transform of one size, and the memory of their turning factors. Immutable. */
class StereoFftPlan
{
public:
    static constexpr std::size_t smallestSize = 64;

    /** @param size          a power of two, at least smallestSize
        @param unreadFrames  that nobody reads at the beginning of what comes back
        @param pages         where the factors are to be; nullptr: anywhere */
    explicit StereoFftPlan (std::size_t size,
                            std::size_t unreadFrames = 0,
                            LargePages* pages = nullptr);
    StereoFftPlan (const StereoFftPlan&) = delete;
    StereoFftPlan& operator= (const StereoFftPlan&) = delete;

    const StereoFftSteps& steps() const { return made; }

    /** The bin that stands, after all passes, in this place of the first of eight lanes. */
    std::size_t binAtPlace (std::size_t place) const;

private:
    void addPass (std::size_t radix, std::size_t length);
    void addLaneTwiddles();

    StereoFftSteps made {};
    std::vector<StereoFftSteps::Pass> passes;
    std::vector<AlignedBuffer<float>> twiddles; ///< of each pass
    AlignedBuffer<float> laneTwiddles;
};

} // namespace dsp
