// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/demo/Track.h"

namespace cli
{

/** Adds a room of about a second and a half, fed with what is on the track.

    Eight delay lines through a Hadamard matrix (Jot 1991). The sides share no output line.
*/
void addRoom (Track& track, double gain);

} // namespace cli
