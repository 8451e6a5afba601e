// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBlock.h"
#include "dsp/live/GrowingHistory.h"
#include "dsp/live/GrowingKernel.h"
#include "dsp/live/LateBlocks.h"
#include "units/Realtime.h"

#include <vector>

namespace dsp
{

/** Plays one kernel over a history: what it gives is that of a voice that has always played this kernel, to
    the last bit.

    The work of the slow levels is spread over the calls in which it may be done. When a voice starts, it is
    behind with all that it would have done by now for frames still to come; it makes up for that, in each call
    as much as is bearable, and is ready when that is done. With kernels of some ten thousand taps that
    is at once.

    Audio thread; made off it.
*/
class KernelVoice
{
public:
    KernelVoice (const GrowingHistory& history,
                 std::size_t numOutputs,
                 InstructionSet instructions = bestInstructionSet());
    KernelVoice (const KernelVoice&) = delete;
    KernelVoice& operator= (const KernelVoice&) = delete;

    /** From the block that was pushed last. The kernel must live until stop() or another start(). */
    void start (const GrowingKernel& kernel, const GrowingHistory& history) noexcept REALTIME;
    void stop() noexcept REALTIME
    {
        kernel = nullptr;
        missing.clear();
    }

    /** To be called once after each push(), and after start(). */
    void work (GrowingHistory& history) noexcept REALTIME;

    /** What render() gives is complete. */
    bool isReady() const noexcept REALTIME { return missing.empty(); }

    /** The block that lies at the same time as the history's newest: no latency. Silence when stopped. */
    void render (GrowingHistory& history, AudioBlock out) noexcept REALTIME;

private:
    /** Blocks that have begun before the start, of which frames are still to be heard. */
    struct Missing
    {
        std::size_t level;
        std::size_t begin;
    };

    struct Groups
    {
        std::size_t first;
        std::size_t end;
    };

    struct Level
    {
        AlignedBuffer<float> sums; ///< pairs of outputs × spectra
        LateBlocks results;
    };

    void findMissing (const GrowingHistory& history) noexcept REALTIME;
    void workOn (std::size_t level, GrowingHistory& history) noexcept REALTIME;
    void makeUp (GrowingHistory& history) noexcept REALTIME;
    std::size_t
    makeUp (const Missing& block, std::size_t effort, GrowingHistory& history) noexcept REALTIME;
    bool isOver (const Missing& block, const GrowingHistory& history) const noexcept REALTIME;

    void addProducts (std::size_t level,
                      const GrowingHistory& history,
                      std::size_t age,
                      Groups groups,
                      float* sums) const noexcept REALTIME;
    void
    finish (const Missing& block, const float* sums, GrowingHistory& history) noexcept REALTIME;
    void finishSilent (const Missing& block, const GrowingHistory& history) noexcept REALTIME;
    void renderFirstLevel (GrowingHistory& history, AudioBlock out) noexcept REALTIME;

    InstructionSet instructions;
    std::vector<Level> levels;
    AlignedBuffer<float> sumsOfMissing;
    AlignedBuffer<float> back[2]; ///< two neighbouring outputs, as they come from a transform
    const GrowingKernel* kernel = nullptr;
    std::size_t startedAt = 0;
    std::vector<Missing> missing; ///< the last is worked on
    std::size_t groupsDone = 0;   ///< of that
};

} // namespace dsp
