// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessOverTime.h"
#include "hearing/SpecificLoudness.h"
#include "hearing/ZwickerLoudness.h"

#include <optional>
#include <vector>

namespace hearing
{

/** Sharpness in acum (DIN 45692:2009): where the centre of loudness lies on the Bark scale,

        S = 0.11 · Σ N′(z) g(z) z / Σ N′(z)       g(z) = 1 up to 15.8 Bark,
                                                  0.15 e^(0.42 (z − 15.8)) + 0.85 above.

    A noise one critical band wide around 1 kHz has 1 acum. What is too faint to be heard (below
    0.001 sone) has none.
*/
std::optional<double> sharpness (const SpecificLoudness& specific);

/** How much loudness at this critical-band rate counts: g(z). */
double sharpnessWeight (double bark);

/** Sharpness of a stream: hand take() the moments of ZwickerLoudness. */
class SharpnessOverTime
{
public:
    explicit SharpnessOverTime (std::size_t numChannels) : channels (numChannels) {}

    void take (const SpecificLoudnessMoment& moment);

    /** Sharpness in acum that a channel exceeds in so many per cent of the time in which there is
        something to be heard: S5 is exceeded (0, 5.0). */
    std::optional<double> exceeded (std::size_t channel, double percentOfTime) const;

private:
    std::vector<std::vector<float>> channels;
};

} // namespace hearing
