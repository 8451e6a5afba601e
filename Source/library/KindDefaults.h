// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"

namespace library
{

/** How devices of a kind are usually used: where they stand, what feeds them, how loud.

    Distances and angles are those of docs/signal-chain.md (viewing distances of phones are measured,
    the rest is a heuristic); levels are the heuristic of docs/data-formats.md. A device's own file
    may say otherwise.
*/
struct KindDefaults
{
    Fold::Kind fold;
    std::vector<Transducer> transducers; ///< all play response 0
    std::string environment;             ///< empty: none
    double listeningLevelDbSpl;
};

KindDefaults defaultsOf (DeviceKind kind);

/** A left and a right loudspeaker at the defaults' distance and height, for a kind whose default is
    one loudspeaker. */
std::vector<Transducer> stereoPairOf (DeviceKind kind);

} // namespace library
