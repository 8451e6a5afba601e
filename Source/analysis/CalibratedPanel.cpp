// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/CalibratedPanel.h"

#include "analysis/TimeRange.h"
#include "hearing/BassFrames.h"
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

std::vector<ColumnBatch> CalibratedPanel::batchesFor (units::Seconds length) const
{
    constexpr double mostBytes = 400e6;
    constexpr std::size_t fewest = 4; // a pass over the master is to be worth it
    constexpr double bytesPerSecond =
        hopsPerSecond * (sizeof (EarLevels::Ears) + sizeof (HopLoudness))
        + sizeof (hearing::FrameHarmonics) / hearing::BassFrames::hop.value;
    const double renderingsAtOnce = mostBytes / (bytesPerSecond * std::max (1.0, length.value));
    const auto all = setting.columns.size();
    const auto most = static_cast<std::size_t> (
        std::min (renderingsAtOnce, static_cast<double> (renderings.size())));
    const auto count = std::max (fewest, most - std::min (most, neutralLevels.size()));
    std::vector<ColumnBatch> batches;

    for (std::size_t first = 0; first < all; first += count)
        batches.push_back ({ first, std::min (count, all - first) });

    return batches;
}

units::Result<PanelMeasures> CalibratedPanel::measure (const ColumnBatch& batch,
                                                       const MasterSource& source,
                                                       const hearing::BassLine& bass,
                                                       std::size_t frames,
                                                       const monitoring::Progress& progress) const
{
    std::vector<Rendering> chosen;
    std::map<double, std::size_t> neutrals; // by level: places among the chosen

    for (std::size_t i = 0; i < batch.count; ++i)
        chosen.push_back (renderings[batch.first + i]);

    for (std::size_t i = 0; i < batch.count; ++i)
        if (neutrals.emplace (setting.columns[batch.first + i].level.dbSpl, chosen.size()).second)
            chosen.push_back (neutralBeside (batch.first + i));

    auto measured = measureRenderings (
        source,
        { setting.atTheEar.atEar, chosen, bass, frames, rate(), setting.numWorkers },
        progress);

    if (! measured)
        return measured.problem();

    PanelMeasures measures { batch, {}, {} };

    for (const auto& [level, place] : neutrals)
        measures.neutral[level] = std::move ((*measured)[place]);

    measured->resize (batch.count);
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

    for (std::size_t i = 0; i < measures.columns.size(); ++i)
    {
        const auto& column = setting.columns[measures.batch.first + i];
        judged.push_back (
            { &column, &measures.neutral.at (column.level.dbSpl), &measures.columns[i] });
    }

    judgeColumns (master, norms, judged, setting.numWorkers, report);
}

} // namespace analysis
