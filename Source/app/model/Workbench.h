// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keep/Settings.h"
#include "app/model/Notices.h"
#include "monitoring/LiveSession.h"

namespace app
{

/** What the parts of the model work on together. Message thread only. */
struct Workbench
{
    const library::Catalogue& catalogue;
    monitoring::LiveSession& live;
    Settings& settings;
    Notices& notices;
};

} // namespace app
