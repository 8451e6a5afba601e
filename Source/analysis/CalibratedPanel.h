// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/EarCalibrations.h"
#include "analysis/Judging.h"
#include "analysis/RenderingPass.h"

#include <map>
#include <vector>

namespace analysis
{

/** What was measured of a master, or of a part of it, on every column. */
struct PanelMeasures
{
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

    /** @param bass    the bass line of what is played
        @param frames  of it */
    units::Result<PanelMeasures> measure (const MasterSource& source,
                                          const hearing::BassLine& bass,
                                          std::size_t frames,
                                          const monitoring::Progress& progress) const;

    /** What a column, or Neutral beside it, is played with; of a panel that has columns. */
    const Rendering& renderingOf (std::size_t column) const { return renderings[column]; }
    const Rendering& neutralBeside (std::size_t column) const;
    const DeviceAtTheEar& deviceOf (const Rendering& rendering) const;

    /** Asks all rules, and writes into the report what they say. */
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
