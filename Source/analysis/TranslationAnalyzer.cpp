// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TranslationAnalyzer.h"

#include "analysis/EarCalibrations.h"
#include "analysis/Judging.h"
#include "analysis/MasterMeter.h"
#include "analysis/RenderingPass.h"
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "files/Sha256.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/ProgrammeExcerpts.h"
#include "monitoring/Workers.h"
#include "units/Precondition.h"

#include <algorithm>
#include <set>

namespace analysis
{

namespace
{

using monitoring::Continue;
using monitoring::Progress;
using units::Result;

constexpr std::size_t portion = 65536;

// Ears need no more.
constexpr units::SampleRate highestRate { 48000 };

// Of the time of a check.
constexpr double shareOfMaster = 0.15;
constexpr double shareOfRendering = 0.8;

Progress within (const Progress& whole, double start, double length)
{
    return [&whole, start, length] (double fraction) { return whole (start + length * fraction); };
}

Result<MasterMeasures> measureMaster (files::AudioFileReader& reader, const Progress& progress)
{
    MasterMeter meter { reader.numChannels(), reader.rate() };
    dsp::AudioBuffer block (reader.numChannels(), portion);
    const auto expected = static_cast<double> (std::max<std::int64_t> (1, reader.numFrames()));
    double done = 0.0;

    for (std::size_t frames = portion; frames == portion;)
    {
        const auto read = reader.read (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        meter.process (block.block().slice (0, frames));
        done += static_cast<double> (frames);

        if (progress (std::min (1.0, done / expected)) == Continue::no)
            return monitoring::interruption();
    }

    return meter.finish();
}

/** Every column, and Neutral at each of their levels behind them. */
struct Renderings
{
    std::vector<Rendering> all;
    std::vector<double> neutralLevels; ///< of those at the end
};

} // namespace

TranslationAnalyzer::TranslationAnalyzer (const library::Catalogue& from,
                                          const ReferenceNorms& compareWith,
                                          CheckRequest what)
    : catalogue (from),
      norms (compareWith),
      request (std::move (what)),
      profiles { nullptr }
{
    PRECONDITION (request.listener.listening == library::Listening::headphones);

    for (const auto& column : request.columns)
        if (std::ranges::find (profiles, column.device) == profiles.end())
            profiles.push_back (column.device);
}

std::size_t TranslationAnalyzer::deviceOf (const Column& column) const
{
    return static_cast<std::size_t> (std::ranges::find (profiles, column.device)
                                     - profiles.begin());
}

Result<const TranslationAnalyzer::Prepared*>
TranslationAnalyzer::preparedAt (units::SampleRate rate)
{
    if (const auto known = prepared.find (rate); known != prepared.end())
        return &known->second;

    const auto scenario = library::scenarioOf (
        library::Subject::untouched, nullptr, request.listener, catalogue);
    auto path = monitoring::earPath (scenario, catalogue.targets(), rate);

    if (! path)
        return path.problem();

    std::vector<std::optional<Result<DeviceAtTheEar>>> made (profiles.size());
    monitoring::Workers workers { request.numWorkers };
    workers.forEach (profiles.size(), [&] (std::size_t i, std::size_t) {
        made[i] = deviceAtTheEar (profiles[i], request.listener, catalogue, *path);
    });
    Prepared result { std::move (*path), {} };

    for (auto& one : made)
    {
        if (! *one)
            return one->problem();

        result.devices.push_back (std::move (**one));
    }

    return &prepared.emplace (rate, std::move (result)).first->second;
}

Result<Checked> TranslationAnalyzer::check (const std::filesystem::path& file,
                                            const Progress& progress)
{
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    auto measured = measureMaster (*reader, within (progress, 0.0, shareOfMaster));

    if (! measured)
        return measured.problem();

    const auto rate = std::min (reader->rate(), highestRate);
    const auto ready = preparedAt (rate);

    if (! ready)
        return ready.problem();

    const auto excerpts = monitoring::takeExcerpts (file, rate);

    if (! excerpts)
        return excerpts.problem();

    const auto spectra = monitoring::masterSpectra (excerpts->frames.block(), rate);
    EarCalibrations calibrations { spectra, (*ready)->path, measured->loudness };
    std::set<double> levels;

    for (const auto& column : request.columns)
        levels.insert (column.level.dbSpl);

    for (const auto level : levels)
        calibrations.prepare ({ level });

    std::vector<Rendering> renderings;

    for (const auto& column : request.columns)
        renderings.push_back ({ deviceOf (column), {} });

    for (std::size_t level = 0; level < levels.size(); ++level)
        renderings.push_back ({ 0, {} });

    const std::vector<double> neutralLevels (levels.begin(), levels.end());
    monitoring::Workers workers { request.numWorkers };
    workers.forEach (renderings.size(), [&] (std::size_t i, std::size_t) {
        const auto level =
            i < request.columns.size()
                ? request.columns[i].level
                : units::SoundPressureLevel { neutralLevels[i - request.columns.size()] };
        renderings[i].calibration = calibrations.of ((*ready)->devices[renderings[i].device],
                                                     level);
    });

    if (auto rewound = reader->seek (0); ! rewound)
        return rewound.problem();

    monitoring::MasterFeed feed { *reader, rate };
    const MasterSource source = [&feed] (dsp::AudioBlock into) { return feed.next (into); };
    const auto frames = static_cast<std::size_t> (
        std::llround (measured->seconds * static_cast<double> (rate.hertz)));
    auto measures = measureRenderings (
        source,
        { (*ready)->devices, renderings, measured->bass, frames, rate, request.numWorkers },
        within (progress, shareOfMaster, shareOfRendering));

    if (! measures)
        return measures.problem();

    Checked checked;
    checked.master = std::move (*measured);

    for (std::size_t i = 0; i < neutralLevels.size(); ++i)
        checked.neutral[neutralLevels[i]] = std::move ((*measures)[request.columns.size() + i]);

    measures->resize (request.columns.size());
    checked.columns = std::move (*measures);

    std::vector<Judged> judged;

    for (std::size_t i = 0; i < request.columns.size(); ++i)
        judged.push_back ({ &request.columns[i],
                            &checked.neutral[request.columns[i].level.dbSpl],
                            &checked.columns[i] });

    auto hash = files::sha256OfFile (file);

    if (! hash)
        return hash.problem();

    auto& report = checked.report;
    report.file = file.string();
    report.sha256 = std::move (*hash);
    report.seconds = checked.master.seconds;
    report.sampleRate = checked.master.rate.hertz;
    report.numChannels = static_cast<int> (checked.master.numChannels);
    report.loudness = checked.master.loudness;
    report.normsOrigin = norms.origin;
    judge (checked.master, norms, judged, request.numWorkers, report);
    return checked;
}

} // namespace analysis
