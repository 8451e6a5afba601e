// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Rule.h"

namespace analysis
{

/** Can the bass line still be followed? In every frame of every note that can be heard in Neutral, the
    audible harmonics are weighed up, in Neutral and on the device. The line is lost in a frame when less
    than a quarter of the weight is left, or when the lowest harmonic that can still be heard is too high to
    carry the pitch. Where norms are known, an alarm must also be lost for longer than of nineteen in twenty
    released masters on the same device. Not validated: never a failure (docs/measured/flags-on-devices.md). */
Judgement bassDisappears (const Comparison& comparison);

} // namespace analysis
