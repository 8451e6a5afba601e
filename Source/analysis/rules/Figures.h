// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/** Numbers as the findings about the file have them: to a tenth. */
namespace analysis::figures
{

std::string tenths (double value);       ///< "4.5", "0"
std::string signedTenths (double value); ///< "+0.6", "-1"

} // namespace analysis::figures
