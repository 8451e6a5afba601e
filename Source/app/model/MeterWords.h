// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/LiveSession.h"
#include "ui/values/MetersView.h"

namespace app
{

/** What the meters show of a session; isRunning is for the caller to say. */
ui::MetersView metersOf (monitoring::LiveSession& live,
                         const monitoring::LiveReadings& reading,
                         const std::optional<monitoring::Pick>& heard);

} // namespace app
