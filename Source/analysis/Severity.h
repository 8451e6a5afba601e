// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace analysis
{

/** How bad a finding is. Only what is a warning or worse is an alarm. */
enum class Severity
{
    note,
    warn,
    fail
};

std::string_view severityId (Severity severity); ///< "note", "warn", "fail"

/** What is said of a device: the worst of its findings. */
enum class Verdict
{
    pass,
    note,
    warn,
    fail
};

constexpr Verdict verdictOf (Severity severity)
{
    return severity == Severity::fail   ? Verdict::fail
           : severity == Severity::warn ? Verdict::warn
                                        : Verdict::note;
}

std::string_view verdictId (Verdict verdict);   ///< "pass", "note", "warn", "fail"
std::string_view verdictName (Verdict verdict); ///< "Fine", "Worth a listen", …

} // namespace analysis
