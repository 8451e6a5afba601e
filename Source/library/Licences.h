// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace library
{

/** Whether data of this licence may stand in the library proper, must stand in non-free/, or are not
    known here. SPDX ids, and LicenseRef-not-stated, LicenseRef-ask-first,
    LicenseRef-CC-BY-NC-SA (version not stated), LicenseRef-private (one's own measurement). */
enum class LicenceClass
{
    free,
    nonFree,
    unknown
};

LicenceClass licenceClass (std::string_view licence);

} // namespace library
