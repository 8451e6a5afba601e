// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Evidence.h"

#include <array>
#include <cstddef>

namespace analysis
{

std::string_view basisId (Basis basis)
{
    constexpr std::array<std::string_view, 4> ids { "standard", "physics", "corpus", "heuristic" };
    return ids[static_cast<std::size_t> (basis)];
}

} // namespace analysis
