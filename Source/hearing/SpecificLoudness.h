// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace hearing
{

/** How sound comes to the head: from straight ahead, or from everywhere at once. */
enum class SoundField
{
    free,
    diffuse
};

/** The steps of critical-band rate on which specific loudness is given. */
constexpr std::size_t barkSteps = 240;
constexpr double barkPerStep = 0.1;

/** N′(z), the loudness of one Bark, in sone/Bark at z = 0.1, 0.2 … 24.0 Bark. */
using SpecificLoudness = std::array<float, barkSteps>;

/** z of one step, in Bark. */
constexpr double barkOf (std::size_t step) { return static_cast<double> (step + 1) * barkPerStep; }

/** Specific loudness and its integral. */
struct LoudnessPattern
{
    double sone = 0.0;
    SpecificLoudness specific {};

    bool operator== (const LoudnessPattern&) const = default;
};

/** The sum over the steps of N′, in sone. It comes within 3 % of the integral from which the steps
    were taken (LoudnessPattern::sone), which is to be preferred where it is known. */
double totalLoudness (const SpecificLoudness& specific);

/** Loudness level of a loudness (ISO 532-1): 40 phon at 1 sone and 10 phon for each doubling;
    below 1 sone 40 (N + 0.0005)^0.35, and never less than the 3 phon of the threshold in quiet. */
double loudnessLevelPhon (double sone);

/** The loudness that has this level: the inverse of loudnessLevelPhon above 3 phon, 0 up to there.
    The standard's curve jumps by 0.007 phon at 1 sone; the levels in the gap belong to 1 sone. */
double soneOfPhon (double phon);

} // namespace hearing
