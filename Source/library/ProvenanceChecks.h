// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/ProfileFindings.h"

namespace library
{

/** Whether a profile says where its data come from, how sure they are and who may use them. */
void checkProvenance (const DeviceProfile& device, ProfileFindings& findings);

} // namespace library
