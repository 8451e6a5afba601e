// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Console.h"
#include "report/CheckJson.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cli
{

/** A file of reports, one master on every line, that grows while masters are checked: what is in it already
    need not be checked again. A line is a whole report as docs/check.schema.json has it. */
class ResultLines
{
public:
    /** @param place   "-" is stdout, where nothing is known yet
        @param devices ids of the columns that are asked for */
    static units::Result<ResultLines>
    open (const std::string& place, report::CheckOrigin with, std::vector<std::string> devices);

    /** What was found when the same bytes were checked with the same judge, library and devices. */
    std::optional<analysis::TranslationReport> known (const std::filesystem::path& master) const;

    units::Result<void> add (const analysis::TranslationReport& report, const Console& console);
    units::Result<void> add (const units::Problem& problem, const Console& console);

private:
    ResultLines (std::string file, report::CheckOrigin with, std::vector<std::string> devices);

    void remember (const std::string& line);
    units::Result<void> write (const files::Json& json, const Console& console);

    std::string place;
    report::CheckOrigin origin;
    std::vector<std::string> columns;
    std::map<std::string, analysis::TranslationReport> reports; ///< by the file's hash
    bool endsTorn = false; ///< the last line was being written when the program was killed
};

} // namespace cli
