// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"

#include <string>

namespace library
{

/** Tells two libraries apart by what their devices sound like: SHA-256 over every device as its file would be
    written, in the order of the catalogue. */
std::string catalogueHash (const Catalogue& catalogue);

} // namespace library
