// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Biquad.h"
#include "units/SampleRate.h"

namespace hearing
{

/** The two filters through which ITU-R BS.1770 listens: the head's shelf and a high-pass.

    The standard gives coefficients for 48 kHz only; at other rates these have the same analogue
    prototype, found by De Man 2014.
*/
struct KWeighting
{
    dsp::Biquad shelf;
    dsp::Biquad highPass;
};

KWeighting kWeighting (units::SampleRate rate);

} // namespace hearing
