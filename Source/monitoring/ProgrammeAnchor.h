// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace monitoring
{

/** How loud a programme is as a whole: N5 of the time in which the master can be heard.

    Silence before, after and between does not count, nor does the tail that a device adds: the
    master's rendering on the reference decides for how long there is programme, and every rendering is
    judged by the loudness that it exceeds for 5 % of that time.
*/
class ProgrammeAnchor
{
public:
    /** A loudness below which a master counts as silent, in sone: 18 phon, less than the noise of a
        quiet room leaves to be heard. Heuristic. */
    static constexpr float audibleSone = 0.1f;

    /** @param referenceSone  loudness of the reference at even distances in time */
    explicit ProgrammeAnchor (std::span<const float> referenceSone);

    /** Whether there was anything to be heard at all. */
    bool isSilent() const { return pointsAbove == 0; }

    /** Loudness of a rendering, sampled as the reference was; 0 for one that is shorter than what it
        is asked for, or of a silent master. */
    double soneOf (std::span<const float> sone) const;

    /** The same as a level. */
    double phonOf (std::span<const float> sone) const;

private:
    std::size_t pointsAbove; ///< how many points of a rendering lie at or above its anchor
};

} // namespace monitoring
