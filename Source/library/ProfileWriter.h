// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"

#include <string>

namespace library
{

/** A device file of schema 1. Levels are rounded to 0.1 dB; equal profiles give equal bytes, and
    what has been read is written back as it was. */
std::string writeProfile (const DeviceProfile& device);

} // namespace library
