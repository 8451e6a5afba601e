// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TranslationAnalyzer.h"

#include "analysis/MasterReading.h"
#include "analysis/RemedyTrial.h"
#include "files/Sha256.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/ProgrammeExcerpts.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <tuple>

namespace analysis
{

namespace
{

using monitoring::Progress;
using units::Result;

/** Ears need no more than 48 kHz. */
units::SampleRate rateOfPanel (units::SampleRate master)
{
    return std::min (master, units::SampleRate { 48000 });
}

// Of the time of a check; the rest goes into remedies.
constexpr double shareOfMaster = 0.1;
constexpr double shareOfRendering = 0.65;

Progress within (const Progress& whole, double start, double length)
{
    return [&whole, start, length] (double fraction) { return whole (start + length * fraction); };
}

/** What a report says of the master before any rule was asked. */
Result<TranslationReport> reportOn (const std::filesystem::path& file, const MasterMeasures& master)
{
    auto hash = files::sha256OfFile (file);

    if (! hash)
        return hash.problem();

    TranslationReport report;
    report.file = file.string();
    report.sha256 = std::move (*hash);
    report.seconds = master.seconds;
    report.sampleRate = master.rate.hertz;
    report.numChannels = static_cast<int> (master.numChannels);
    report.loudness = master.loudness;
    return report;
}

/** Plays the whole file to some columns. */
Result<PanelMeasures> measureBatch (const ColumnBatch& batch,
                                    files::AudioFileReader& reader,
                                    const CalibratedPanel& panel,
                                    const MasterMeasures& master,
                                    const Progress& progress)
{
    if (auto rewound = reader.seek (0); ! rewound)
        return rewound.problem();

    monitoring::MasterFeed feed { reader, panel.rate() };
    return panel.measure (
        batch,
        [&feed] (dsp::AudioBlock into) { return feed.next (into); },
        master.bass,
        panel.rate().framesIn (units::Seconds { master.seconds }),
        progress);
}

/** What all rules say of the file on all columns. */
Result<void> judgePanel (files::AudioFileReader& reader,
                         const CalibratedPanel& panel,
                         const ReferenceNorms& norms,
                         const Progress& progress,
                         Checked& checked)
{
    auto& [report, master] = checked;
    judgeMaster (master, norms, report);

    for (const auto& batch : panel.batchesFor ({ master.seconds }))
    {
        const auto all = static_cast<double> (panel.allColumns().count);
        const auto here = within (progress,
                                  static_cast<double> (batch.first) / all,
                                  static_cast<double> (batch.count) / all);
        const auto measures = measureBatch (batch, reader, panel, master, here);

        if (! measures)
            return measures.problem();

        panel.judge (master, *measures, norms, report);
    }

    return {};
}

} // namespace

TranslationAnalyzer::TranslationAnalyzer (const library::Catalogue& from,
                                          const ReferenceNorms& compareWith,
                                          CheckRequest what)
    : catalogue (from),
      norms (compareWith),
      request (std::move (what))
{
    PRECONDITION (request.listener.listening == library::Listening::headphones);
}

Result<const DevicesAtTheEar*> TranslationAnalyzer::devicesAt (units::SampleRate rate)
{
    if (const auto known = prepared.find (rate); known != prepared.end())
        return &known->second;

    std::vector<const library::DeviceProfile*> profiles;

    for (const auto& column : request.columns)
        if (std::ranges::find (profiles, column.device) == profiles.end())
            profiles.push_back (column.device);

    auto made = devicesAtTheEar (profiles, request.listener, catalogue, rate, request.numWorkers);

    if (! made)
        return made.problem();

    return &prepared.emplace (rate, std::move (*made)).first->second;
}

Result<CalibratedPanel> TranslationAnalyzer::panelFor (const std::filesystem::path& master,
                                                       const MasterMeasures& measured)
{
    const auto rate = rateOfPanel (measured.rate);
    const auto devices = devicesAt (rate);

    if (! devices)
        return devices.problem();

    const auto excerpts = monitoring::takeExcerpts (master, rate);

    if (! excerpts)
        return excerpts.problem();

    return CalibratedPanel { { request.columns, **devices, request.numWorkers },
                             monitoring::masterSpectra (excerpts->frames.block(), rate),
                             measured.loudness };
}

Result<MasterMeasures> TranslationAnalyzer::measured (files::AudioFileReader& reader,
                                                      const Progress& progress)
{
    // A master is measured by one thread: the others have time for the devices.
    const auto preparing = std::async (
        request.numWorkers == 1 ? std::launch::deferred : std::launch::async,
        [this, rate = rateOfPanel (reader.rate())] { std::ignore = devicesAt (rate); });
    auto master = measureMaster (reader, progress);
    preparing.wait(); // what is wrong with them is told where they are needed

    if (! master || request.codecs != Codecs::tried)
        return master;

    auto codecs = tryCodecs (reader,
                             stretchesOfHighPeaks (master->peaks, master->seconds),
                             request.numWorkers,
                             [&progress] { return progress (1.0) == monitoring::Continue::yes; });

    if (! codecs)
        return codecs.problem();

    master->codecs = std::move (*codecs);
    return master;
}

Result<Checked> TranslationAnalyzer::check (const std::filesystem::path& file,
                                            const Progress& progress)
{
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    auto master = measured (*reader, within (progress, 0.0, shareOfMaster));

    if (! master)
        return master.problem();

    auto report = reportOn (file, *master);

    if (! report)
        return report.problem();

    Checked checked { std::move (*report), std::move (*master) };
    const auto others = norms.without (checked.report.sha256);
    const auto& comparedWith = others ? *others : norms;
    checked.report.normsOrigin = comparedWith.origin;
    const auto panel = panelFor (file, checked.master);

    if (! panel)
        return panel.problem();

    const auto judged = judgePanel (
        *reader, *panel, comparedWith, within (progress, shareOfMaster, shareOfRendering), checked);

    if (! judged)
        return judged.problem();

    if (checked.master.codecs)
        for (const auto& missing : checked.master.codecs->missing)
            checked.report.notes.push_back ("Not tried: " + missing + ".");

    if (request.remedies == Remedies::tried)
    {
        constexpr double before = shareOfMaster + shareOfRendering;
        auto tried = tryRemedies (
            *reader, *panel, comparedWith, within (progress, before, 1.0 - before), checked.report);

        if (! tried)
            return tried.problem();
    }

    return checked;
}

} // namespace analysis
