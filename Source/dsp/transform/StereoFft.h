// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/InstructionSet.h"
#include "dsp/LargePages.h"
#include "dsp/transform/StereoFftLoops.h"
#include "dsp/transform/StereoSpectrumLayout.h"
#include "units/Realtime.h"

#include <cstddef>
#include <memory>
#include <span>

namespace dsp
{

/** The transform of the convolver's hot path: two real signals at once, as left + j right.

    A spectrum has size / 2 bins in groups of 16 (StereoSpectrumLayout.h). Group g starts at g · pitch
    floats, so that the caller decides what stands between two groups. The bins stand in an order of
    their own, in which nothing had to be sorted: see binAt(). Bin 0 is real; in place of its imaginary
    part stands the real bin size / 2. Products of spectra do not care.

    Made off the audio thread. It has a scratch of its own: one per thread.
*/
class StereoFft
{
public:
    static constexpr std::size_t smallestSize = 64;

    struct Use
    {
        /** At the beginning of what comes back, frames that nobody reads: they need not be written. */
        std::size_t unreadFrames = 0;

        /** Up to mostProductsAtOnce. */
        std::size_t productsAtOnce = 1;
    };

    /** @param size   a power of two, at least smallestSize
        @param pages  where scratch and tables are to be; nullptr: anywhere */
    explicit StereoFft (std::size_t size,
                        InstructionSet instructions = bestInstructionSet(),
                        LargePages* pages = nullptr,
                        const Use& use = everything);

    /** Another of the same size, with a scratch of its own and the same tables. */
    std::unique_ptr<StereoFft> another() const;

    ~StereoFft();
    StereoFft (const StereoFft&) = delete;
    StereoFft& operator= (const StereoFft&) = delete;

    std::size_t size() const noexcept REALTIME { return length; }
    std::size_t numGroups() const noexcept REALTIME { return length / 2 / binsPerStereoGroup; }

    /** Which bin stands at this place, counted through chunks of eight. */
    std::size_t binAt (std::size_t place) const;

    /** `size` samples of each signal → spectra, unscaled.
        @param spectrum starts on a cache line, and so does every group: `pitch` is a multiple of 16 */
    void forward (const float* left,
                  const float* right,
                  float* spectrum,
                  std::size_t pitch) noexcept REALTIME;

    /** Spectra → `size` samples of each signal, unscaled: inverse (forward (x)) is size · x. The
        factor 1 / size is best put into a kernel, where it costs nothing. */
    void
    inverse (const float* spectrum, std::size_t pitch, float* left, float* right) noexcept REALTIME;

    /** The inverses of the products of some spectra and one kernel of one partition with all four paths
        (StereoProduct.h), which are computed on the way: products themselves are never stored, and the kernel
        is read once. Groups follow each other without gaps. */
    void inverseOfProducts (std::span<const StereoFftProduct> products,
                            const float* kernel) noexcept REALTIME;

    //==============================================================================
    // In steps of about equal work, 0 … numSteps() − 1, between which other things can be done. Nothing
    // else may be transformed meanwhile: the scratch is in use.

    std::size_t numSteps() const noexcept REALTIME { return steps; }

    /** The samples are read in step 0 only. The spectrum is complete after the last. */
    void forwardStep (std::size_t step,
                      const StereoFftSignals<const float>& samples,
                      const StereoFftSpectrum<float>& spectrum) noexcept REALTIME;

    /** The spectrum is read in steps 0 and 1 only. The samples are written in the last. */
    void inverseStep (std::size_t step,
                      const StereoFftSpectrum<const float>& spectrum,
                      const StereoFftSignals<float>& samples) noexcept REALTIME;

private:
    static const Use everything;

    struct State;
    explicit StereoFft (std::unique_ptr<State> made);

    std::size_t length;
    std::size_t steps;
    std::unique_ptr<State> state;
};

} // namespace dsp
