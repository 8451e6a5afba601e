// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Licences.h"

#include <algorithm>
#include <array>

namespace library
{

namespace
{

constexpr std::array<std::string_view, 10> freeLicences {
    "LicenseRef-private", "MIT",          "CC0-1.0",      "CC-BY-4.0", "CC-BY-SA-4.0", "WTFPL",
    "GPL-3.0-or-later",   "GPL-3.0-only", "BSD-3-Clause", "Apache-2.0"
};

constexpr std::array<std::string_view, 5> nonFreeLicences { "CC-BY-NC-4.0",
                                                            "CC-BY-NC-SA-4.0",
                                                            "LicenseRef-CC-BY-NC-SA",
                                                            "LicenseRef-not-stated",
                                                            "LicenseRef-ask-first" };

} // namespace

LicenceClass licenceClass (std::string_view licence)
{
    const auto isIn = [licence] (const auto& list) {
        return std::find (list.begin(), list.end(), licence) != list.end();
    };

    if (isIn (freeLicences))
        return LicenceClass::free;

    return isIn (nonFreeLicences) ? LicenceClass::nonFree : LicenceClass::unknown;
}

} // namespace library
