// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MinimumPhaseSpectrum.h"

#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dsp
{

std::vector<std::complex<double>> minimumPhaseSpectrum (std::span<const double> levelsDb,
                                                        const DesignFft& fft)
{
    PRECONDITION (levelsDb.size() == fft.numBins());
    std::vector<std::complex<double>> logarithms (levelsDb.size());

    for (std::size_t k = 0; k < levelsDb.size(); ++k)
        logarithms[k] = levelsDb[k] * (std::numbers::ln10 / 20.0);

    auto cepstrum = fft.inverse (logarithms);
    const auto middle = cepstrum.begin() + static_cast<std::ptrdiff_t> (fft.size() / 2);
    std::for_each (cepstrum.begin() + 1, middle, [] (double& c) { c *= 2.0; });
    std::fill (middle + 1, cepstrum.end(), 0.0);

    auto spectrum = fft.forward (cepstrum);

    for (auto& bin : spectrum)
        bin = std::exp (bin);

    return spectrum;
}

} // namespace dsp
