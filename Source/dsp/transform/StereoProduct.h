// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InstructionSet.h"

#include <cstddef>

namespace dsp
{

/** Which of two inputs' paths to two outputs there are; fewer cost less time and memory. */
struct StereoPaths
{
    enum class Inputs
    {
        apart,
        added ///< both inputs go the same way to each output, which so hears left + right
    };

    static constexpr unsigned leftToLeft = 1, rightToLeft = 2, leftToRight = 4, rightToRight = 8;

    /** The bit of a path. */
    static constexpr unsigned bit (std::size_t output, std::size_t input)
    {
        return 1u << (2 * output + input);
    }

    unsigned live = 0; ///< bits; where inputs are added only those from the left
    Inputs inputs = Inputs::apart;

    constexpr std::size_t count() const
    {
        return (live & 1u) + (live >> 1 & 1u) + (live >> 2 & 1u) + (live >> 3 & 1u);
    }

    bool operator== (const StereoPaths&) const = default;
};

/** Floats of one path in a group of a kernel: of two chunks, 8 real and 8 imaginary parts each. */
inline constexpr std::size_t floatsPerPathGroup = 32;

/** One pair of inputs' history through its paths to a pair of outputs: sums = or += Σ_p history[p] · kernel[p],
    over some partitions p.

    History and sums are spectra as StereoFft writes them. A history is groups × slots, a ring in which
    older spectra follow newer ones. A kernel is groups × partitions × live paths.
*/
struct StereoProduct // NOLINT(cppcoreguidelines-pro-type-member-init): always filled
{
    enum class Into
    {
        nothing, ///< what stood in the sums is overwritten
        sums
    };

    const float* history;
    const float* kernel;
    float* sums;
    std::size_t firstGroup;
    std::size_t endGroup;
    std::size_t numPartitions; ///< of the kernel
    std::size_t firstPartition;
    std::size_t endPartition;
    std::size_t numSlots;
    std::size_t firstSlot; ///< where the spectrum stands that meets firstPartition
    Into into;

    /** nullptr, or the sums of the block that comes after this one, over the partitions from firstPartition + 1
        on: these meet spectra that are there already. A kernel that is in no near cache is read once for
        both blocks. */
    float* sumsOfNext = nullptr;
};

using AddStereoProduct = void (*) (const StereoProduct&) noexcept;

/** The innermost loop of the live convolver for these paths, at least one. */
AddStereoProduct stereoProductFor (StereoPaths paths, InstructionSet instructions);

} // namespace dsp
