// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace dsp
{

/** Makes a band-limited impulse response causal that begins to ring before its first sample.

    What lies before time 0 is replaced by what, added to the first samples, sounds the same within the
    pass band in level and in time (least squares). The band above is free, and takes the difference.

    @param before    the samples before time 0, in order of time
    @param after     the samples from time 0 on, at least 128
    @param passBand  its upper end as a part of Nyquist, below 1
*/
std::vector<double>
withoutPreRinging (std::span<const double> before, std::vector<double> after, double passBand);

} // namespace dsp
