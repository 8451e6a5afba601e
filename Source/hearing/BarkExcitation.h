// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/SpecificLoudness.h"

#include <cstddef>

/** Zwicker's loudness function turned round: from N′ to the excitation it came from. */
namespace hearing
{

/** The critical band of ISO 532-1 in which a step of the Bark scale lies. Steps above the twentieth
    count to it. */
std::size_t criticalBandOf (std::size_t step);

/** Excitation at a step of Bark that gives this specific loudness, as a power ratio to the threshold in
    quiet; 1 where nothing is heard. */
float excitationAboveQuiet (float specificLoudness, std::size_t step);

/** Specific loudness of an excitation beside something that raises the threshold: both as power ratios to
    the threshold in quiet. With a threshold of 1 the inverse of excitationAboveQuiet(). */
float specificLoudnessOf (float excitation, float threshold, std::size_t step);

} // namespace hearing
