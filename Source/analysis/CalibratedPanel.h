// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/EarCalibrations.h"
#include "analysis/Judging.h"
#include "analysis/RenderingPass.h"

#include <map>
#include <vector>

namespace analysis
{

/** Columns that are measured at once. */
struct ColumnBatch
{
    std::size_t first = 0;
    std::size_t count = 0;
};

/** What was measured of a master, or of a part of it, on the columns of a batch. */
struct PanelMeasures
{
    ColumnBatch batch;
    std::vector<RenderingMeasures> columns;
    std::map<double, RenderingMeasures> neutral; ///< by listening level in dB SPL
};

/** The columns of a check, at the levels at which one master is listened to on them. Renderings of parts of
    the master, and of what was done to them, are played with the same gains.
*/
class CalibratedPanel
{
public:
    struct Setting
    {
        const std::vector<Column>& columns;
        const DevicesAtTheEar& atTheEar; ///< of these columns, and Neutral
        std::size_t numWorkers = 0;
    };

    /** @param what         its references must outlive this
        @param excerpts     of the master
        @param master       how loud it is */
    CalibratedPanel (const Setting& what,
                     const monitoring::MasterSpectra& excerpts,
                     const hearing::ProgrammeLoudness& master);

    units::SampleRate rate() const { return setting.atTheEar.path.filter.rate; }

    ColumnBatch allColumns() const { return { 0, setting.columns.size() }; }

    /** All columns, in so many batches that the figures of one take no more than about 400 MB, or of four columns
        each: longer masters than an hour and a half take more. */
    std::vector<ColumnBatch> batchesFor (units::Seconds length) const;

    /** @param bass    the bass line of what is played
        @param frames  of it */
    units::Result<PanelMeasures> measure (const ColumnBatch& batch,
                                          const MasterSource& source,
                                          const hearing::BassLine& bass,
                                          std::size_t frames,
                                          const monitoring::Progress& progress) const;

    /** What a column, or Neutral beside it, is played with; of a panel that has columns. */
    const Rendering& renderingOf (std::size_t column) const { return renderings[column]; }
    const Rendering& neutralBeside (std::size_t column) const;
    const DeviceAtTheEar& deviceOf (const Rendering& rendering) const;

    /** Asks the rules about devices, and adds to the report what they say of the columns of a batch. */
    void judge (const MasterMeasures& master,
                const PanelMeasures& measures,
                const ReferenceNorms& norms,
                TranslationReport& report) const;

private:
    Setting setting;
    std::vector<Rendering> renderings; ///< the columns, then Neutral at each of their levels
    std::vector<double> neutralLevels;
};

} // namespace analysis
