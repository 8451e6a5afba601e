// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Severity.h"
#include "ui/values/TransportView.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui
{

/** One finding of the translation check, over all the devices it was found on. */
struct FindingRow
{
    analysis::Severity severity = analysis::Severity::note;
    std::string heading;              ///< "Bass line"
    std::string where;                ///< "on phones, 1:01–1:34"
    std::string sentence;             ///< what, where and when, in a musician's words
    std::vector<std::string> reasons; ///< what was tried, how it is known, how sure it is
    std::vector<TimeSpan> places;
    bool isIntended = false; ///< the user means it so: it is an alarm no more

    bool operator== (const FindingRow&) const = default;
};

/** What is compared with to know what is usual on a device. */
enum class Norms
{
    delivered, ///< with the library
    references ///< the user's own reference tracks
};

struct CheckView
{
    bool isRunning = false;
    double progress = 0.0;
    std::string verdict;  ///< one sentence; empty: the track was not checked
    std::string remark;   ///< what the reader must know: "Of the bounce before."
    FindingRows findings; ///< worst first; nullptr: the track was not checked
    std::optional<std::size_t> pointedAt;
    std::string comparedWith; ///< "24 excerpts of game music"; empty: with nothing, or not checked
    Norms norms = Norms::delivered; ///< of the next check

    bool operator== (const CheckView&) const = default;
};

} // namespace ui
