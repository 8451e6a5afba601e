// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app
{

/** How much larger than at 96 dots per inch the desktop has everything, as far as it says so where our
    framework does not look: GDK_SCALE and GDK_DPI_SCALE, then Xft.dpi of the X server. */
std::optional<double> desktopScale();

} // namespace app
