// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ListeningEnvironment.h"
#include "units/Direction.h"

#include <cstddef>
#include <vector>

namespace library
{

/** A loudspeaker as the walls mirror it. */
struct ImageSource
{
    units::Position position; ///< seen from the head's centre
    std::size_t bounces = 0;  ///< walls that the sound has met
};

/** The mirror images of a source in a box-shaped room, one bounce to `imageOrder` bounces, the source
    itself not among them (Allen & Berkley 1979). A source that would stand in or behind a wall is
    taken 10 cm before it.
*/
std::vector<ImageSource> imageSources (const Room& room, const units::Position& source);

} // namespace library
