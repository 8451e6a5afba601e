// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/CalibratedPanel.h"

#include "monitoring/Workers.h"
#include "units/Precondition.h"

#include <algorithm>
#include <set>

namespace analysis
{

namespace
{

std::size_t placeOf (const library::DeviceProfile* device, const DevicesAtTheEar& atTheEar)
{
    const auto found = std::ranges::find (
        atTheEar.devices, device, [] (const DeviceAtTheEar& one) { return one.device; });
    PRECONDITION (found != atTheEar.devices.end());
    return static_cast<std::size_t> (found - atTheEar.devices.begin());
}

} // namespace

CalibratedPanel::CalibratedPanel (const Setting& what,
                                  const monitoring::MasterSpectra& excerpts,
                                  const hearing::ProgrammeLoudness& master)
    : setting (what)
{
    EarCalibrations calibrations { excerpts, setting.atTheEar.path, master };
    std::set<double> levels;
    std::vector<double> levelOf;

    for (const auto& column : setting.columns)
    {
        levels.insert (column.level.dbSpl);
        levelOf.push_back (column.level.dbSpl);
        renderings.push_back ({ placeOf (column.device, setting.atTheEar), {} });
    }

    neutralLevels.assign (levels.begin(), levels.end());

    for (const auto level : neutralLevels)
    {
        calibrations.prepare ({ level });
        levelOf.push_back (level);
        renderings.push_back ({ placeOf (nullptr, setting.atTheEar), {} });
    }

    monitoring::Workers workers { setting.numWorkers };
    workers.forEach (renderings.size(), [&] (std::size_t i, std::size_t) {
        const auto& device = setting.atTheEar.devices[renderings[i].device];
        renderings[i].calibration = calibrations.of (device, { levelOf[i] });
    });
}

units::Result<PanelMeasures> CalibratedPanel::measure (const MasterSource& source,
                                                       const hearing::BassLine& bass,
                                                       std::size_t frames,
                                                       const monitoring::Progress& progress) const
{
    auto measured = measureRenderings (
        source,
        { setting.atTheEar.atEar, renderings, bass, frames, rate(), setting.numWorkers },
        progress);

    if (! measured)
        return measured.problem();

    PanelMeasures measures;

    for (std::size_t i = 0; i < neutralLevels.size(); ++i)
        measures.neutral[neutralLevels[i]] = std::move ((*measured)[setting.columns.size() + i]);

    measured->resize (setting.columns.size());
    measures.columns = std::move (*measured);
    return measures;
}

const Rendering& CalibratedPanel::neutralBeside (std::size_t column) const
{
    const auto level = std::ranges::find (neutralLevels, setting.columns[column].level.dbSpl);
    return renderings[setting.columns.size()
                      + static_cast<std::size_t> (level - neutralLevels.begin())];
}

const DeviceAtTheEar& CalibratedPanel::deviceOf (const Rendering& rendering) const
{
    return setting.atTheEar.devices[rendering.device];
}

void CalibratedPanel::judge (const MasterMeasures& master,
                             const PanelMeasures& measures,
                             const ReferenceNorms& norms,
                             TranslationReport& report) const
{
    std::vector<Judged> judged;

    for (std::size_t i = 0; i < setting.columns.size(); ++i)
        judged.push_back ({ &setting.columns[i],
                            &measures.neutral.at (setting.columns[i].level.dbSpl),
                            &measures.columns[i] });

    analysis::judge (master, norms, judged, setting.numWorkers, report);
}

} // namespace analysis
