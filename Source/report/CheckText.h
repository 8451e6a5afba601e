// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"

#include <cstddef>
#include <string>

namespace report
{

/** How text is to be laid out for a terminal. */
struct TextStyle
{
    enum class Ink
    {
        plain,
        coloured ///< ANSI colours on the verdicts, which are always words too
    };

    std::size_t columns = 80;
    Ink ink = Ink::plain;
};

struct Revision;

/** The report for a terminal, a verdict sentence first.
    @param since  what changed since the bounce before, or nullptr */
std::string checkText (const analysis::TranslationReport& report,
                       TextStyle style = {},
                       const Revision* since = nullptr);

} // namespace report
