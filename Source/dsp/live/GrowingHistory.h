// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBlock.h"
#include "dsp/live/PartitionPlan.h"
#include "dsp/live/RecentInput.h"
#include "dsp/transform/StereoFft.h"
#include "units/Realtime.h"

#include <memory>
#include <vector>

namespace dsp
{

/** The past of some inputs as spectra, for each level of a PartitionPlan in its block size: all that any
    number of prepared kernels needs, computed once.

    Time is counted in calls of push(). A level's blocks come complete every `period` calls, each level at
    another call than the others if that can be. The `slot` of a level is the number of calls since. In the
    first of them the block is transformed; in the slots from firstProduct on it can be multiplied, and in the
    last of the period its result must be ready. The first level's period is 1.
*/
class GrowingHistory
{
public:
    GrowingHistory (std::size_t numInputs,
                    std::size_t blockSize,
                    std::size_t maximumTaps,
                    InstructionSet instructions = bestInstructionSet());
    GrowingHistory (const GrowingHistory&) = delete;
    GrowingHistory& operator= (const GrowingHistory&) = delete;

    std::size_t numInputs() const noexcept REALTIME { return recent.numInputs(); }
    std::size_t blockSize() const noexcept REALTIME { return block; }
    const PartitionPlan& plan() const noexcept REALTIME { return partitions; }

    /** Takes exactly one block. Non-finite samples count as silence, and so do samples so large or so
        small that arithmetic on them would overflow or crawl. */
    void push (ConstAudioBlock in) noexcept REALTIME;

    void reset() noexcept REALTIME;

    //==============================================================================
    // For whoever plays a kernel

    /** The call of push() that was the last. Before the first there were more than any kernel sees. */
    std::size_t now() const noexcept REALTIME { return calls; }

    std::size_t period (std::size_t level) const noexcept REALTIME;
    std::size_t slot (std::size_t level) const noexcept REALTIME;

    /** The calls over which a transform is spread: 1, or its steps where periods are long. */
    std::size_t callsOfTransform (std::size_t level) const noexcept REALTIME;

    /** The slot from which on the newest spectrum is complete. */
    std::size_t firstProduct (std::size_t level) const noexcept REALTIME;

    /** A level's blocks are counted in twos, since ever: whether the one that came complete with call `begin`
        is the second of two. */
    bool isSecond (std::size_t level, std::size_t begin) const noexcept REALTIME;

    /** Nothing is to be heard through this level's newest block and those before it. */
    bool isSilent (std::size_t level) const noexcept REALTIME;

    /** The spectra of two inputs: groups × slots of the ring (StereoProduct). */
    const float* spectra (std::size_t level, std::size_t pairOfInputs) const noexcept REALTIME;
    std::size_t numRingSlots (std::size_t level) const noexcept REALTIME;

    /** Where in the ring a block's spectrum stands, `age` blocks before the newest. */
    std::size_t ringSlot (std::size_t level, std::size_t age) const noexcept REALTIME;

    /** Whose tables others may share, to transform back what nobody reads the first half of; the machine
        itself may be in the middle of a transform. */
    const StereoFft& fft (std::size_t level) const noexcept REALTIME;

private:
    struct Level
    {
        std::vector<std::unique_ptr<StereoFft>> ffts; ///< of each pair of inputs
        AlignedBuffer<float> spectra;                 ///< pairs of inputs × groups × slots
        std::size_t period;                           ///< a power of two
        std::size_t offset;                           ///< the slot at call 0
        std::size_t callsOfTransform;
        std::size_t numRingSlots;
        std::size_t newest = 0;
        std::size_t numSilent; ///< slots of the ring, from the newest on
    };

    void addLevel (const PartitionLevel& partition, InstructionSet instructions);
    void begin (const PartitionLevel& partition, Level& level) noexcept REALTIME;
    void transform (Level& level, std::size_t firstStep, std::size_t endStep) noexcept REALTIME;
    void writeSilence (Level& level) noexcept REALTIME;
    static std::size_t floatsPerPair (const Level& level) noexcept REALTIME;
    std::size_t numPairs() const noexcept REALTIME { return (numInputs() + 1) / 2; }

    std::size_t block;
    PartitionPlan partitions;
    RecentInput recent;
    std::vector<Level> levels;
    std::size_t firstCall;
    std::size_t calls;
};

} // namespace dsp
