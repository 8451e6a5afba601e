// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace hearing
{

/** The value that is exceeded in so many per cent of the time by values at even distances in time. Between
    two in rank it is interpolated; of none, 0. */
double valueExceeded (std::vector<float> values, double percentOfTime);

/** Loudness of a sound that changes, by ISO 532-1:2017. */
struct LoudnessOverTime
{
    static constexpr std::size_t pointsPerSecond = 500;

    /** N(t) in sone, every 2 ms from the first sample on. */
    std::vector<float> sone;

    /** N_max; of nothing, 0. */
    double maximum() const;

    /** The loudness that is exceeded in so many per cent of the time: N5 is exceeded (5.0). */
    double exceeded (double percentOfTime) const { return valueExceeded (sone, percentOfTime); }

    bool operator== (const LoudnessOverTime&) const = default;
};

/** Loudness of two ears that hear different sounds, each given as the loudness it would have if both
    heard it. An ear that hears alone gives two thirds of that, equal ears all of it, and in between the
    louder ear inhibits the other as in ISO 532-2:2017 (docs/decisions/0042).
*/
double binauralLoudness (double left, double right);

/** The same at every moment, for curves of the same length. */
LoudnessOverTime binauralLoudness (const LoudnessOverTime& left, const LoudnessOverTime& right);

} // namespace hearing
