// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckReports.h"

#include "analysis/AlbumLoudness.h"
#include "cli/JsonOutput.h"
#include "cli/Table.h"
#include "files/OutputFile.h"
#include "report/CheckText.h"
#include "report/Revision.h"

#include <algorithm>
#include <ostream>

namespace cli
{

namespace
{

using units::Result;

std::vector<std::optional<report::Revision>> revisionsOf (const CheckRun& run)
{
    std::vector<std::optional<report::Revision>> revisions;

    for (const auto& master : run.masters)
        revisions.push_back (master.revision);

    return revisions;
}

Result<void> writeHtml (const CheckStory& story, const std::string& place)
{
    const auto* album = story.album ? &*story.album : nullptr;
    return files::writeText (place,
                             report::reportHtml (story.run.masters, story.origin, album),
                             files::Overwrite::allow);
}

Result<void> writeJsonReport (const CheckStory& story, const std::string& place, Console& console)
{
    const auto revisions = revisionsOf (story.run);
    const auto* album = story.album ? &*story.album : nullptr;
    return printJson (report::checkJson (story.run.reports(),
                                         story.origin,
                                         { story.run.problems, revisions, album }),
                      place,
                      console);
}

void printOne (const report::Exhibits& master,
               const report::TextStyle& style,
               const Console& console)
{
    console.out << report::checkText (
        master.report, style, master.revision ? &*master.revision : nullptr);
}

} // namespace

std::vector<std::string> compareWith (const report::WrittenCheck& baseline, CheckRun& run)
{
    std::vector<std::string> unknown;

    for (auto& master : run.masters)
    {
        const auto* before = report::predecessorOf (master.report, baseline.masters);

        if (before != nullptr)
            master.revision = report::changesSince (*before, baseline.conformance, master.report);
        else
            unknown.push_back (master.report.file);
    }

    return unknown;
}

std::optional<report::Album> albumOf (const CheckRun& run)
{
    if (run.masters.size() < 2 || run.curves.size() != run.masters.size())
        return std::nullopt;

    std::vector<const hearing::LoudnessCurve*> curves;
    report::Album album;

    for (const auto& curve : run.curves)
        curves.push_back (&curve);

    for (const auto& master : run.masters)
        if (const auto& peak = master.report.loudness.truePeakDbtp)
            album.truePeakDbtp = album.truePeakDbtp ? std::max (*album.truePeakDbtp, *peak) : *peak;

    album.integrated = analysis::albumIntegratedLoudness (curves);
    return album;
}

Result<void> writeReports (const CheckStory& story, const ReportPlaces& places, Console& console)
{
    if (! places.html.empty())
        if (auto written = writeHtml (story, places.html); ! written)
            return written.problem();

    return places.json.empty() ? Result<void> {} : writeJsonReport (story, places.json, console);
}

void printReports (const CheckStory& story, const ReportPlaces& places, const Console& console)
{
    const auto& masters = story.run.masters;
    const report::TextStyle style { console.columns,
                                    console.outIsTerminal ? report::TextStyle::Ink::coloured
                                                          : report::TextStyle::Ink::plain };

    if (masters.size() == 1)
        return printOne (masters[0], style, console);

    if (masters.empty())
        return;

    const auto reports = story.run.reports();
    console.out << report::summaryText (reports, style);

    if (story.album)
        console.out << "\n" << wrapped (albumSentence (*story.album, reports), console.columns);

    if (std::ranges::any_of (masters, [] (const auto& each) { return each.revision.has_value(); }))
        console.out << "\n";

    for (const auto& master : masters)
        if (master.revision)
            console.out << wrapped (headlineOf (*master.revision), console.columns);

    if (places.html.empty())
        console.remark ("Each master in full: check it alone, or ask for --html FILE.");
}

} // namespace cli
