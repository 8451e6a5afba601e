// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/SpectrumLayout.h"
#include "units/Realtime.h"

#include <complex>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace dsp
{

/** A fast Fourier transform of real single-precision signals, for the convolver.

    A spectrum of `size` samples has size / 2 bins in groups of 16, split complex: 16 real parts, then
    16 imaginary parts. Group g starts at g · pitch floats, so that the caller decides what stands
    between two groups. Bin 0 is real; in place of its imaginary part stands the real Nyquist bin.

    Plans are made in the constructor, which takes the planner's lock: never construct on the audio
    thread. The machine has a scratch of its own: one per thread.
*/
class RealFft
{
public:
    /** @param size a power of two, at least 32 */
    explicit RealFft (std::size_t size);
    ~RealFft();
    RealFft (const RealFft&) = delete;
    RealFft& operator= (const RealFft&) = delete;

    std::size_t size() const noexcept REALTIME { return length; }
    std::size_t numGroups() const noexcept REALTIME { return length / 2 / binsPerGroup; }

    /** Where the samples of the next forward() are written, and those of the last inverse() stand:
        `size` floats. */
    std::span<float> samples() noexcept REALTIME;

    /** samples() → spectrum, unscaled. The samples stay as they are. */
    void forward (float* spectrum, std::size_t pitch) noexcept REALTIME;

    /** Spectrum → samples(), scaled so that inverse (forward (x)) is x. */
    void inverse (const float* spectrum, std::size_t pitch) noexcept REALTIME;

private:
    struct Plans;
    std::size_t length;
    std::unique_ptr<Plans> plans;
};

/** The double-precision real transform with which filters are designed. Off the audio thread only;
    one object may serve several threads.
*/
class DesignFft
{
public:
    /** @param size even; products of small primes are fast */
    explicit DesignFft (std::size_t size);
    ~DesignFft();
    DesignFft (const DesignFft&) = delete;
    DesignFft& operator= (const DesignFft&) = delete;

    std::size_t size() const { return length; }
    std::size_t numBins() const { return length / 2 + 1; }

    /** Bins 0 … size / 2, unscaled. At most `size` samples; fewer are followed by zeros. */
    std::vector<std::complex<double>> forward (std::span<const double> samples) const;

    /** The `size` samples whose spectrum this is: numBins() bins; inverse (forward (x)) is x.
        The imaginary parts of the first and last bin are taken to be zero. */
    std::vector<double> inverse (std::span<const std::complex<double>> bins) const;

private:
    struct Plans;
    std::size_t length;
    std::unique_ptr<Plans> plans;
};

} // namespace dsp
