// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Direction.h"

#include <optional>

namespace files
{

struct SofaArrays;

/** Whether positions are those of a room, in which the listener has a place and looks somewhere;
    elsewhere they are seen from the head already. */
bool isInRoom (const SofaArrays& arrays);

/** Azimuth in (−180°, 180°]. Nothing when a coordinate is not a number. */
std::optional<units::Position>
sourceFromListener (const SofaArrays& arrays, std::size_t measurement, std::size_t emitter);

} // namespace files
