// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassFrames.h"
#include "hearing/TonalMasking.h"

#include <complex>
#include <vector>

namespace hearing
{

/** Takes sines out of a spectrum, one after the other: what stands apart from them is left. Each may swell
    or die away steadily during the frame, as plucked strings do. */
class SineRemoval
{
public:
    explicit SineRemoval (const BassSpectrum& from)
        : spectrum (from),
          thinned (from.powers.size(), 1.0)
    {}

    /** The mean square of the sine within half a bin of a frequency that fits best; it is gone
        afterwards. */
    double remove (double frequencyHz);

    /** What is left, bin by bin, mean of the channels; noise adds up to its mean square. */
    std::vector<PartialPower> remainder() const;

private:
    using Bins = std::vector<std::complex<double>>;

    struct Swelling
    {
        std::complex<double> amplitude;
        std::complex<double> slope;
    };

    static std::complex<double> fitted (const Bins& bins, double place);
    static Swelling swelling (const Bins& bins, double place);
    static void takeAway (const Swelling& sine, double place, Bins& from);
    double fittedPower (double place) const;
    double refined (double place) const;

    BassSpectrum spectrum;
    std::vector<double> thinned; ///< per bin, what makes good for noise that went with a sine
};

} // namespace hearing
