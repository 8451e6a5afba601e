// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/AuditionText.h"

#include "cli/Table.h"

#include <cmath>
#include <limits>

namespace cli
{

namespace
{

std::string numberOrDash (const std::optional<double>& value)
{
    return numberText (value.value_or (std::numeric_limits<double>::quiet_NaN()), 1);
}

std::string signedText (double value)
{
    return (value >= 0.05 ? "+" : "") + numberText (std::abs (value) < 0.05 ? 0.0 : value, 1);
}

files::Json numberOrNull (const std::optional<double>& value)
{
    return value ? files::Json { *value } : files::Json {};
}

std::string safetySentence (const AuditionReport& report)
{
    if (report.isExact)
        return "Exact: master * impulse response, no gain of any kind.\n";

    if (report.safetyDb == 0.0)
        return "Safety gain 0 dB: nothing peaks above -1 dBTP.\n";

    return "Safety gain " + numberText (report.safetyDb, 2)
           + " dB on all outputs (Neutral included), so that nothing peaks above -1 dBTP and all "
             "stay matched.\n";
}

} // namespace

std::string auditionText (const AuditionReport& report, std::size_t columns)
{
    using enum Table::Align;

    if (report.rows.empty())
        return {};

    Table table { { left, right, right, right, right, left } };
    table.add ({ "heard on", "rendered", "match", "written", "peak", "file" });
    table.add ({ "", "LUFS", "dB", "LUFS", "dBTP", "" });

    for (const auto& row : report.rows)
        table.add ({ row.subject,
                     numberOrDash (row.lufsBefore),
                     signedText (row.matchDb),
                     numberOrDash (row.lufsAfter),
                     numberOrDash (row.truePeakDbtp),
                     row.file.string() });

    auto text = table.text() + safetySentence (report);

    for (const auto& note : report.notes)
        text += listItem (note, columns);

    return text;
}

files::Json auditionJson (const AuditionReport& report)
{
    files::Json::Array outputs;

    for (const auto& row : report.rows)
        outputs.push_back (
            files::Json::Object { { "master", row.master },
                                  { "heardOn", row.subject },
                                  { "device", row.device },
                                  { "file", row.file.string() },
                                  { "renderedLufs", numberOrNull (row.lufsBefore) },
                                  { "matchDb", row.matchDb },
                                  { "writtenLufs", numberOrNull (row.lufsAfter) },
                                  { "truePeakDbtp", numberOrNull (row.truePeakDbtp) } });

    files::Json::Array notes { report.notes.begin(), report.notes.end() };
    return files::Json::Object { { "schema", 1 },
                                 { "safetyGainDb", report.safetyDb },
                                 { "outputs", std::move (outputs) },
                                 { "notes", std::move (notes) } };
}

} // namespace cli
