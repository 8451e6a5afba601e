// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keep/Settings.h"
#include "files/Json.h"

namespace app
{

files::Json jsonOf (const Settings& settings);

/** Whatever is in it and can be used; the rest is as delivered. */
Settings settingsOf (const files::Json& json);

} // namespace app
