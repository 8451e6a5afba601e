// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sound/SoundCard.h"
#include "ui/values/SettingsView.h"

namespace app
{

/** What can be chosen of a sound card, and how it is. */
ui::SoundCardView viewOf (const SoundCard& card);

} // namespace app
