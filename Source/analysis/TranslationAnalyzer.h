// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/DeviceAtTheEar.h"
#include "analysis/TranslationReport.h"
#include "monitoring/Progress.h"

#include <filesystem>
#include <map>

namespace analysis
{

/** What masters are checked on, and how. */
struct CheckRequest
{
    std::vector<Column> columns;
    library::Listener listener; ///< by headphones
    std::size_t numWorkers = 0; ///< threads; 0: as many as there are cores. The report is the same.
};

/** A report, and all the figures behind it. */
struct Checked
{
    TranslationReport report;
    MasterMeasures master;
    std::vector<RenderingMeasures> columns;      ///< in the order asked for
    std::map<double, RenderingMeasures> neutral; ///< by listening level in dB SPL
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

    /** Memory does not grow with the length of the master but for its figures: about 5 kB a second and
        column. */
    units::Result<Checked> check (const std::filesystem::path& master,
                                  const monitoring::Progress& progress);

private:
    /** Neutral first, then each device once. */
    struct Prepared
    {
        monitoring::EarPath path;
        std::vector<DeviceAtTheEar> devices;
    };

    units::Result<const Prepared*> preparedAt (units::SampleRate rate);
    std::size_t deviceOf (const Column& column) const;

    const library::Catalogue& catalogue;
    const ReferenceNorms& norms;
    CheckRequest request;
    std::vector<const library::DeviceProfile*> profiles; ///< nullptr first: Neutral
    std::map<units::SampleRate, Prepared> prepared;
};

} // namespace analysis
