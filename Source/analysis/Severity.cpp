// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Severity.h"

#include <array>
#include <cstddef>

namespace analysis
{

std::string_view severityId (Severity severity) { return verdictId (verdictOf (severity)); }

std::string_view verdictId (Verdict verdict)
{
    constexpr std::array<std::string_view, 4> ids { "pass", "note", "warn", "fail" };
    return ids[static_cast<std::size_t> (verdict)];
}

std::string_view verdictName (Verdict verdict)
{
    constexpr std::array<std::string_view, 4> names {
        "Fine", "Worth a listen", "Likely problem", "Breaks"
    };
    return names[static_cast<std::size_t> (verdict)];
}

} // namespace analysis
