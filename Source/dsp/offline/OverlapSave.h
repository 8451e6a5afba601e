// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"
#include "dsp/live/GrowingKernel.h"
#include "dsp/transform/StereoFft.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace dsp
{

/** How a kernel is convolved with a whole programme: in windows of `size` frames, each `hop` after the one
    before. What a window gives is right in its last `hop` frames. */
struct OverlapSavePlan
{
    std::size_t size;
    std::size_t hop;

    std::size_t past() const { return size - hop; } ///< frames of a window that come before its hop
};

/** The size at which a frame costs least: two and a half to five times the kernel, at least 4096. */
OverlapSavePlan planOverlapSave (std::size_t taps);

/** A matrix as one partition of half a window, ready for OverlapSave. */
std::shared_ptr<const GrowingKernel> wholeKernel (const TransferMatrix& matrix,
                                                  const OverlapSavePlan& plan,
                                                  LargePages* pages = nullptr);

/** What one thread needs to convolve windows with kernels. Spectra of a window can be shared between
    threads and kernels. */
class OverlapSave
{
public:
    /** @param mostOutputs  of the kernels that are to be played
        @param numPlaces    blocks that stay valid side by side
        @param pages        where all of it is to be; nullptr: anywhere */
    OverlapSave (const OverlapSavePlan& plan,
                 std::size_t mostOutputs,
                 std::size_t numPlaces = 1,
                 LargePages* pages = nullptr,
                 InstructionSet instructions = bestInstructionSet());

    /** Floats of the spectra of a window's pair of inputs. */
    static std::size_t floatsOfSpectrum (const OverlapSavePlan& plan) { return 2 * plan.size; }

    /** `size` finite samples of both inputs of a pair. @param spectrum starts on a cache line */
    void transform (const float* left, const float* right, float* spectrum);

    static constexpr std::size_t windowsAtOnce = mostProductsAtOnce;

    /** Plays some windows, of which the kernel is read once. They stay valid until their places are used again.
        @param windows     spectra of up to windowsAtOnce, pair of inputs after pair of inputs
        @param firstPlace  of the first window; those of the others come after it */
    void play (std::span<const float* const> windows,
               const GrowingKernel& kernel,
               std::size_t firstPlace = 0);

    /** The last `hop` frames of what was played there. */
    ConstAudioBlock blockOf (const GrowingKernel& kernel, std::size_t place = 0) const;

private:
    using Terms = std::span<const GrowingKernel::Term>;

    /** A pair of outputs of a window. */
    struct Task
    {
        const float* window;
        StereoFftSignals<float> to;
    };

    void renderPair (Terms terms, std::span<const Task> tasks);
    void renderSum (Terms terms, const Task& task);

    OverlapSavePlan plan;
    InstructionSet instructionSet;
    StereoFft fft;
    AlignedBuffer<float> sums;
    std::vector<AudioBuffer> rendered;
};

} // namespace dsp
