// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"

#include <complex>
#include <span>
#include <vector>

namespace dsp
{

/** The spectrum of least delay with these levels, one per bin of the transform (numBins()): real
    cepstrum folded onto positive time (Oppenheim & Schafer, Discrete-Time Signal Processing). The
    levels should change slowly from bin to bin, or the cepstrum wraps around. */
std::vector<std::complex<double>> minimumPhaseSpectrum (std::span<const double> levelsDb,
                                                        const DesignFft& fft);

} // namespace dsp
