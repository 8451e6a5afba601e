// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/CalibratedPanel.h"
#include "analysis/DeviceAtTheEar.h"
#include "analysis/TranslationReport.h"
#include "files/AudioFile.h"
#include "monitoring/ProgrammeExcerpts.h"
#include "monitoring/Progress.h"

#include <filesystem>
#include <map>

namespace analysis
{

/** Whether what the rules propose is tried. */
enum class Remedies
{
    tried,
    left
};

/** Whether a master is really encoded and decoded (measures/CodecOvers.h): takes some seconds. */
enum class Codecs
{
    tried,
    left
};

/** What masters are checked on, and how. */
struct CheckRequest
{
    std::vector<Column> columns;
    library::Listener listener; ///< by headphones
    std::size_t numWorkers = 0; ///< threads; 0: as many as there are cores. The report is the same.
    Remedies remedies = Remedies::tried;
    Codecs codecs = Codecs::left;
};

/** A report, and what was measured of the master. */
struct Checked
{
    TranslationReport report;
    MasterMeasures master;
};

/** Checks masters, one after the other: renders each through the chain that the ears use, on every column at
    once, and asks the rules. Keeps what it prepared of the devices from one master to the next. Worker
    thread.
*/
class TranslationAnalyzer
{
public:
    /** @param from, compareWith  must outlive this */
    TranslationAnalyzer (const library::Catalogue& from,
                         const ReferenceNorms& compareWith,
                         CheckRequest what);

    /** Up to an hour and a half memory hardly grows with the length of the master, nor with the number of columns
        but for their filters: what does not fit is played in batches of columns. */
    units::Result<Checked> check (const std::filesystem::path& master,
                                  const monitoring::Progress& progress);

    /** What a master that was measured is played with. */
    units::Result<CalibratedPanel> panelFor (const std::filesystem::path& master,
                                             const MasterMeasures& measured);

    /** One side of a comparison. */
    enum class Side
    {
        neutral,
        device
    };

    /** A part of a master as audition plays it on a column, the noise of its place included, or on Neutral
        beside it: as loud as the part Untouched.
        @param part  at the panel's rate */
    units::Result<monitoring::ProgrammeExcerpts>
    hear (const CalibratedPanel& panel,
          std::size_t column,
          Side side,
          const monitoring::ProgrammeExcerpts& part) const;

private:
    /** All that the report needs to know of the master itself; the devices are made ready meanwhile. */
    units::Result<MasterMeasures> measured (files::AudioFileReader& reader,
                                            const monitoring::Progress& progress);

    units::Result<const DevicesAtTheEar*> devicesAt (units::SampleRate rate);

    const library::Catalogue& catalogue;
    const ReferenceNorms& norms;
    CheckRequest request;
    std::map<units::SampleRate, DevicesAtTheEar> prepared;
};

} // namespace analysis
