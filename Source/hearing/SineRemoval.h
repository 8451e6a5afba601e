// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassFrames.h"
#include "hearing/TonalMasking.h"

#include <complex>
#include <vector>

namespace hearing
{

/** Takes sines out of a spectrum, one after the other: what stands apart from them is left. */
class SineRemoval
{
public:
    explicit SineRemoval (const BassSpectrum& from) : spectrum (from) {}

    /** The mean square of the sine within half a bin of a frequency that fits best; it is gone
        afterwards. */
    double remove (double frequencyHz);

    /** What is left, bin by bin, mean of the channels; noise adds up to its mean square. */
    std::vector<PartialPower> remainder() const;

private:
    using Bins = std::vector<std::complex<double>>;

    std::complex<double> fitted (const Bins& bins, double place) const;
    double fittedPower (double place) const;
    double refined (double place) const;

    BassSpectrum spectrum;
};

} // namespace hearing
