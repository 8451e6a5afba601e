// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <complex>

namespace hearing
{

/** How alike a diffuse field is at the two ears: −1 … 1 (Lindevald & Benade 1986, measured in a
    reverberant room: 1 in the deep bass, 0 at about 500 Hz, close to 0 above).
*/
double twoEarCorrelation (double frequencyHz);

/** Of two independent numbers of equal power, two of the same power with this correlation. */
std::array<std::complex<double>, 2> correlated (const std::complex<double>& first,
                                                const std::complex<double>& second,
                                                double correlation);

} // namespace hearing
