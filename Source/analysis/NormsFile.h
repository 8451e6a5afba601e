// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ReferenceNorms.h"
#include "analysis/TranslationReport.h"
#include "units/Result.h"

#include <filesystem>
#include <span>
#include <string>

namespace analysis
{

/** The norms of these masters: every measure of theirs, column by column, and of the quiet columns of a kind
    together. A rule asks for them by the names of its own measures. */
ReferenceNorms buildNorms (std::span<const TranslationReport> reports);

/** As JSON, lists of more than 21 values as the 21 that 0, 5, … 100 % of them do not exceed, four digits each:
    docs/data-formats.md. */
std::string writeNorms (const ReferenceNorms& norms);

/** What writeNorms() made. */
units::Result<ReferenceNorms> readNorms (const std::filesystem::path& file);

} // namespace analysis
