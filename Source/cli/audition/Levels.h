// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Audition.h"

namespace cli
{

/** How loud every master is on every subject, and how high it peaks there: as rendered, without noise or any
    gain. Writes nothing. */
units::Result<AuditionReport> levels (const AuditionRequest& request,
                                      const library::Catalogue& catalogue,
                                      const monitoring::Progress& progress);

} // namespace cli
