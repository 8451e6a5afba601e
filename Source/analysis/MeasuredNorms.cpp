// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MeasuredNorms.h"

#include "analysis/NormsFile.h"

#include <utility>

namespace analysis
{

units::Result<MeasuredNorms> measureNorms (std::span<const std::filesystem::path> masters,
                                           const library::Catalogue& catalogue,
                                           CheckRequest request,
                                           const monitoring::Progress& progress)
{
    request.remedies = Remedies::left;
    request.codecs = Codecs::left;
    const ReferenceNorms none;
    TranslationAnalyzer analyzer { catalogue, none, std::move (request) };
    std::vector<TranslationReport> reports;
    MeasuredNorms measured;
    const double share = 1.0 / static_cast<double> (masters.size());

    for (std::size_t i = 0; i < masters.size(); ++i)
    {
        auto checked = analyzer.check (masters[i], [&] (double fraction) {
            return progress (share * (static_cast<double> (i) + fraction));
        });

        if (checked)
            reports.push_back (std::move (checked->report));
        else if (checked.problem().kind == units::Problem::Kind::interrupted)
            return checked.problem();
        else
            measured.problems.push_back (checked.problem());
    }

    measured.norms = buildNorms (reports);
    return measured;
}

} // namespace analysis
