// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/ResultLines.h"

#include "analysis/Conformance.h"
#include "files/Sha256.h"
#include "report/CheckJsonReader.h"

#include <algorithm>
#include <fstream>
#include <ostream>

namespace cli
{

namespace
{

using units::Problem;
using units::Result;

std::vector<std::string> columnsOf (const analysis::TranslationReport& report)
{
    std::vector<std::string> ids;

    for (const auto& column : report.columns)
        ids.push_back (column.id);

    return ids;
}

} // namespace

ResultLines::ResultLines (std::string file,
                          report::CheckOrigin with,
                          std::vector<std::string> devices)
    : place (std::move (file)),
      origin (std::move (with)),
      columns (std::move (devices))
{}

Result<ResultLines> ResultLines::open (const std::string& place,
                                       report::CheckOrigin with,
                                       std::vector<std::string> devices)
{
    ResultLines lines { place, std::move (with), std::move (devices) };

    if (place == "-" || ! std::filesystem::exists (place))
        return lines;

    std::ifstream stream { place, std::ios::binary };

    if (! stream)
        return Problem { Problem::Kind::unreadableFile,
                         place,
                         "The file is there, but cannot be read.",
                         "Give yourself permission to read it, or name another." };

    for (std::string line; std::getline (stream, line);)
    {
        lines.remember (line);
        lines.endsTorn = stream.eof();
    }

    return lines;
}

/** A torn line, or one of another judge, is passed over: its master is checked again. */
void ResultLines::remember (const std::string& line)
{
    const auto json = files::parseJson (line, place);
    const auto check = json ? report::readCheckJson (*json, place)
                            : Result<report::WrittenCheck> { json.problem() };

    if (! check || check->conformance != analysis::conformance || check->origin != origin)
        return;

    for (const auto& report : check->masters)
        if (columnsOf (report) == columns)
            reports[report.sha256] = report;
}

std::optional<analysis::TranslationReport>
ResultLines::known (const std::filesystem::path& master) const
{
    if (reports.empty())
        return std::nullopt;

    const auto hash = files::sha256OfFile (master);
    const auto found = hash ? reports.find (*hash) : reports.end();

    if (found == reports.end())
        return std::nullopt;

    auto report = found->second;
    report.file = master.string();
    return report;
}

Result<void> ResultLines::add (const analysis::TranslationReport& report, const Console& console)
{
    return write (report::checkJson ({ &report, 1 }, origin), console);
}

Result<void> ResultLines::add (const Problem& problem, const Console& console)
{
    return write (report::checkJson ({}, origin, { { &problem, 1 }, {}, nullptr }), console);
}

Result<void> ResultLines::write (const files::Json& json, const Console& console)
{
    const auto line = files::writeJsonLine (json);

    if (place == "-")
    {
        console.out << line << std::flush;
        return {};
    }

    std::ofstream stream { place, std::ios::binary | std::ios::app };
    stream << (endsTorn ? "\n" : "") << line << std::flush;
    endsTorn = false;

    if (stream)
        return {};

    return Problem { Problem::Kind::unwritableFile,
                     place,
                     "The line could not be written.",
                     "Free some space, or write to another disk." };
}

} // namespace cli
