// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"

namespace analysis
{

/** The worst that is said of a master: of the file itself, or of a device. */
Verdict verdictOn (const TranslationReport& report);

} // namespace analysis
