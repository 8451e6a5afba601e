// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/HrtfSet.h"
#include "library/ListeningEnvironment.h"
#include "units/SampleRate.h"

#include <array>
#include <cstdint>
#include <vector>

namespace library
{

/** Time from the start of every response for headphones to the moment at which the first direct
    sound reaches the place of the head's centre. The near ear hears it up to 0.3 ms earlier. */
std::size_t framesBeforeArrival (units::SampleRate rate);

/** No kernel is longer than this many taps, at any rate: what the convolver takes. */
inline constexpr std::size_t mostTaps = 96000;

/** One loudspeaker among those of a device. */
struct Placement
{
    units::Position position;
    double secondsAfterFirst = 0.0; ///< after the nearest loudspeaker's direct sound
    double gain = 1.0;              ///< of its direct sound
    std::uint64_t seed = 1;         ///< of its tail: loudspeakers do not share their noise
};

/** What a flat, omnidirectional loudspeaker sends to the two ears, left first; each part is empty
    where there is none. Three parts, because a real one colours each of them differently. */
struct SoundField
{
    using Ears = std::array<std::vector<double>, 2>;

    Ears direct;
    Ears early; ///< single reflections: walls, desk, cabin
    Ears late;  ///< the diffuse tail
};

/** @param environment  nullptr: free field */
SoundField soundField (const HrtfSet& head,
                       const ListeningEnvironment* environment,
                       const Placement& loudspeaker,
                       units::SampleRate rate);

} // namespace library
