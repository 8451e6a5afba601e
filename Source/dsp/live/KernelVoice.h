// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBlock.h"
#include "dsp/live/GrowingHistory.h"
#include "dsp/live/GrowingKernel.h"
#include "dsp/live/LateBlocks.h"
#include "units/Realtime.h"

#include <memory>
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
    void work (const GrowingHistory& history) noexcept REALTIME;

    /** What render() gives is complete. */
    bool isReady() const noexcept REALTIME { return missing.empty(); }

    /** The block that lies at the same time as the history's newest: no latency. Silence when stopped. */
    void render (const GrowingHistory& history, AudioBlock out) noexcept REALTIME;

private:
    /** A level's block that came complete with that call. Missing are those which others have worked on
        before the start, and of which frames are still to be heard. */
    struct Block
    {
        std::size_t level;
        std::size_t begin;
    };

    /** From the first on, up to but not including the end. */
    struct Range
    {
        std::size_t first;
        std::size_t end;
    };

    /** Products that are summed up and transformed back, for two blocks that follow each other. */
    struct Sums
    {
        Sums (const StereoFft& fft, std::size_t numPairsOfOutputs);

        float* of (std::size_t pair, bool isSecond) noexcept REALTIME
        {
            return spectra.data() + (2 * pair + isSecond) * 2 * ffts.front()->size();
        }

        AlignedBuffer<float> spectra;                 ///< pairs of outputs × two blocks × spectra
        std::vector<std::unique_ptr<StereoFft>> ffts; ///< of each pair
    };

    struct Level
    {
        Sums sums;          ///< of the newest block and the next
        Sums sumsOfMissing; ///< of one that is made up for
        LateBlocks results;

        /** The block whose sums have all products but those of its own spectrum, as they were done together with
            those of the block before it; 0: none. */
        std::size_t prepared = 0;
    };

    /** Which partitions a block is multiplied by. */
    enum class Partitions
    {
        all,
        allAndThoseOfNext,
        first,
        others
    };

    void findMissing (const GrowingHistory& history) noexcept REALTIME;
    void workOn (std::size_t level, const GrowingHistory& history) noexcept REALTIME;
    void makeUp (const GrowingHistory& history) noexcept REALTIME;
    std::size_t makeUp (const Block& block,
                        std::size_t effort,
                        const GrowingHistory& history) noexcept REALTIME;
    bool isOver (const Block& block, const GrowingHistory& history) const noexcept REALTIME;

    void
    addProducts (const Block& block, const GrowingHistory& history, Range groups) noexcept REALTIME;
    void addProducts (const Block& block,
                      const GrowingHistory& history,
                      Range groups,
                      Partitions partitions,
                      Sums& sums) const noexcept REALTIME;
    void addProductsAlone (const Block& block,
                           const GrowingHistory& history,
                           Range groups,
                           Sums& sums) const noexcept REALTIME;
    bool isSecond (const Block& block, const GrowingHistory& history) const noexcept REALTIME;
    void transformBack (const Block& block,
                        const GrowingHistory& history,
                        Range steps,
                        Sums& sums) noexcept REALTIME;
    void write (const Block& block,
                const GrowingHistory& history,
                std::size_t output,
                const float* samples) noexcept REALTIME;
    void writeSilence (const Block& block, const GrowingHistory& history) noexcept REALTIME;
    void renderFirstLevel (const GrowingHistory& history, AudioBlock out) noexcept REALTIME;

    InstructionSet instructions;
    std::vector<Level> levels;
    AlignedBuffer<float> back[2]; ///< two neighbouring outputs, as they come from a transform
    const GrowingKernel* kernel = nullptr;
    std::size_t startedAt = 0;
    std::vector<Block> missing; ///< the last is worked on
    std::size_t groupsDone = 0; ///< of that
    std::size_t stepsDone = 0;  ///< of its way back, when all groups are done
};

} // namespace dsp
