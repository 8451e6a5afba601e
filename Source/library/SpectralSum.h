// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace library
{

/** Sums of convolutions of long responses, done by multiplying spectra of one length. */
class SpectralSum
{
public:
    using Spectrum = std::vector<std::complex<double>>;

    /** @param frames  of the longest result */
    explicit SpectralSum (std::size_t frames);

    Spectrum of (std::span<const double> samples) const { return fft.forward (samples); }

    /** sum += a · b, where an empty sum is all zero. */
    static void add (Spectrum& sum, const Spectrum& a, const Spectrum& b);

    /** sum += gain · a, likewise. */
    static void add (Spectrum& sum, const Spectrum& a, double gain);

    /** The first samples of the result; all zero for an empty sum. */
    void write (const Spectrum& sum, std::span<double> samples) const;

private:
    dsp::DesignFft fft;
};

} // namespace library
