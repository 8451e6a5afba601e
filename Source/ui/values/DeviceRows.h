// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "ui/values/DeviceTile.h"
#include "ui/values/LibraryView.h"

namespace ui
{

/** "measured; modelled below 80 Hz" */
std::string evidenceOf (const library::DeviceProfile& profile);

/** All that is shown of a device. The catalogue names its surroundings. */
DeviceRow rowOf (const library::DeviceProfile& profile, const library::Catalogue& catalogue);

/** All devices, in the catalogue's order. */
DeviceRows rowsOf (const library::Catalogue& catalogue);

/** Those that are worn: what My headphones chooses from. */
DeviceRows wornRowsOf (const library::Catalogue& catalogue);

/** As it is on a key, before anything is known of how it is heard. */
DeviceTile tileOf (const library::DeviceProfile& profile);

} // namespace ui
