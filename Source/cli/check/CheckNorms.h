// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ReferenceNorms.h"
#include "units/Result.h"

#include <string>

namespace cli
{

/** What masters are compared with: the user's own norms where a file is named, else those that come with the
    library, else none. */
units::Result<analysis::ReferenceNorms> checkNorms (const std::string& file);

} // namespace cli
