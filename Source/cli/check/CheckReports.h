// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/check/CheckRun.h"
#include "report/CheckJsonReader.h"
#include "report/SummaryText.h"

#include <optional>
#include <string>

namespace cli
{

/** Where reports go; empty: nowhere. */
struct ReportPlaces
{
    std::string json;
    std::string html;
};

/** Everything there is to be said about a run. */
struct CheckStory
{
    CheckRun run;
    report::CheckOrigin origin;
    std::optional<report::Album> album;
};

/** Looks each master up in an earlier report. @returns masters that it does not have. */
std::vector<std::string> compareWith (const report::WrittenCheck& baseline, CheckRun& run);

/** The levels of all masters as one programme; nothing where some of them were not read through now. */
std::optional<report::Album> albumOf (const CheckRun& run);

units::Result<void>
writeReports (const CheckStory& story, const ReportPlaces& places, Console& console);

/** One master in full, several as a table. */
void printReports (const CheckStory& story, const ReportPlaces& places, const Console& console);

} // namespace cli
