// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SpectralSum.h"

#include "units/Precondition.h"

#include <algorithm>
#include <bit>

namespace library
{

SpectralSum::SpectralSum (std::size_t frames) : fft (std::bit_ceil (frames)) {}

void SpectralSum::add (Spectrum& sum, const Spectrum& a, const Spectrum& b)
{
    PRECONDITION (a.size() == b.size());
    sum.resize (a.size());

    for (std::size_t k = 0; k < a.size(); ++k)
    {
        // Written out, because std::complex looks for infinities in every product.
        const double real = a[k].real() * b[k].real() - a[k].imag() * b[k].imag();
        const double imaginary = a[k].real() * b[k].imag() + a[k].imag() * b[k].real();
        sum[k] += std::complex { real, imaginary };
    }
}

void SpectralSum::add (Spectrum& sum, const Spectrum& a, double gain)
{
    sum.resize (a.size());

    for (std::size_t k = 0; k < a.size(); ++k)
        sum[k] += gain * a[k];
}

void SpectralSum::write (const Spectrum& sum, std::span<double> samples) const
{
    std::fill (samples.begin(), samples.end(), 0.0);

    if (sum.empty())
        return;

    const auto result = fft.inverse (sum);
    std::copy_n (result.begin(), std::min (result.size(), samples.size()), samples.begin());
}

} // namespace library
