// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/MergedFinding.h"
#include "ui/values/CheckView.h"

namespace app
{

/** What the user silences: it stays the same from bounce to bounce. "bass-disappears"; for the file itself
    "*:true-peak". */
std::string silencingKeyOf (const analysis::MergedFinding& finding);

/** A finding as it is shown. */
ui::FindingRow rowOf (const analysis::MergedFinding& finding,
                      const analysis::TranslationReport& report);

} // namespace app
