// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessOverTime.h"
#include "hearing/ZwickerLoudness.h"

#include <span>

namespace hearing
{

/** Time-varying loudness as ISO 532-1:2017 describes it, step by step over the whole signal: levels in
    decibels, every one of the 24 inner steps, doubles throughout. The slow, obvious reference. */
LoudnessOverTime slowZwickerLoudness (std::span<const float> samples,
                                      units::SampleRate rate,
                                      const Calibration& calibration);

} // namespace hearing
