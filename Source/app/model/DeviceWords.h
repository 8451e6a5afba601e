// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "ui/values/LibraryView.h"

#include <string>

namespace app
{

/** "measured", "typical of 4 measured", "measured, modelled below 80 Hz". */
std::string evidenceOf (const library::DeviceProfile& device);

/** All that is shown of one device. */
ui::DeviceRow rowOf (const library::DeviceProfile& device, const library::Catalogue& catalogue);

/** Of all devices, or of those that are worn. */
ui::DeviceRows rowsOf (const library::Catalogue& catalogue);
ui::DeviceRows wornRowsOf (const library::Catalogue& catalogue);

} // namespace app
