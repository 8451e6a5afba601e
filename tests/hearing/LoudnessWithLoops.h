// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessArithmetic.h"
#include "hearing/ZwickerLoudness.h"

#include <span>

namespace hearing
{

/** As zwickerLoudness() of one channel, with loops for a chosen instruction set. */
LoudnessOverTime loudnessWithLoops (const LoudnessArithmetic& loops,
                                    std::span<const float> samples,
                                    units::SampleRate rate,
                                    const Calibration& calibration);

} // namespace hearing
