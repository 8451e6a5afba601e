// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/Levels.h"

#include "cli/audition/PreparedScenarios.h"

namespace cli
{

namespace
{

using units::Result;

AuditionRow rowOf (const std::filesystem::path& master,
                   const Subject& subject,
                   const hearing::ProgrammeLoudness& loudness)
{
    AuditionRow row;
    row.master = master.filename().string();
    row.subject = subject.name();
    row.device = subject.id();

    if (loudness.integrated)
        row.lufsBefore = loudness.integrated->value;

    if (loudness.truePeakDbtp)
        row.truePeakDbtp = loudness.truePeakDbtp->value();

    return row;
}

Result<std::vector<AuditionRow>> rowsOf (const std::filesystem::path& file,
                                         PreparedScenarios& scenarios,
                                         std::optional<int> rateHz,
                                         const monitoring::Progress& progress)
{
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    const units::SampleRate rate { rateHz.value_or (reader->rate().hertz) };
    const auto heard = scenarios.heardAt (rate);

    if (! heard)
        return heard.problem();

    const auto measured = monitoring::levelsOver (*reader, *heard, rate, progress);

    if (! measured)
        return measured.problem();

    std::vector<AuditionRow> rows;

    for (std::size_t s = 0; s < scenarios.subjects().size(); ++s)
        rows.push_back (rowOf (file, scenarios.subjects()[s], measured->outputs[s]));

    return rows;
}

} // namespace

Result<AuditionReport> levels (const AuditionRequest& request,
                               const library::Catalogue& catalogue,
                               const monitoring::Progress& progress)
{
    PreparedScenarios scenarios { request.subjects, request.listener, catalogue };
    AuditionReport report;
    report.match = monitoring::Match::off;
    const auto share = 1.0 / static_cast<double> (request.masters.size());

    for (std::size_t m = 0; m < request.masters.size(); ++m)
    {
        const auto rows = rowsOf (
            request.masters[m], scenarios, request.rateHz, [&] (double fraction) {
                return progress (share * (static_cast<double> (m) + fraction));
            });

        if (! rows && rows.problem().kind == units::Problem::Kind::interrupted)
            return rows.problem();

        if (rows)
            report.rows.insert (report.rows.end(), rows->begin(), rows->end());
        else
            report.problems.push_back (rows.problem());
    }

    report.notes = scenarios.notes();
    return report;
}

} // namespace cli
