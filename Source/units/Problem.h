// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace units
{

/** Why something outside our control could not be used. Never for our own bugs. */
struct Problem
{
    enum class Kind
    {
        missingFile,
        unreadableFile,
        unwritableFile,
        unknownSchema,
        invalidValue,
        unsupported,
        interrupted
    };

    Kind kind;
    std::string where; ///< file and place, such as "phone.json: /transducers/0/response"
    std::string what;  ///< the cause: one sentence for the person who made the file
    std::string cure;  ///< what would mend it: one sentence, never empty

    /** "where: what cure", the line a face prints. */
    std::string sentence() const { return where + ": " + what + (cure.empty() ? "" : " " + cure); }

    bool operator== (const Problem&) const = default;
};

} // namespace units
