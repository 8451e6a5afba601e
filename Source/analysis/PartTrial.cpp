// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/PartTrial.h"

#include "analysis/Judging.h"
#include "analysis/MasterReading.h"
#include "dsp/BlockOperations.h"
#include "units/Precondition.h"

#include <algorithm>

namespace analysis
{

namespace
{

using monitoring::Progress;
using units::Result;

TranslationReport reportOn (const MasterMeasures& master)
{
    TranslationReport report;
    report.seconds = master.seconds;
    report.loudness = master.loudness;
    return report;
}

} // namespace

PartTrial::PartTrial (const CalibratedPanel& onWhat,
                      const ReferenceNorms& compareWith,
                      std::size_t channelsOfFile)
    : panel (onWhat),
      norms (compareWith),
      numChannels (channelsOfFile)
{}

TranslationReport PartTrial::assessMaster (dsp::ConstAudioBlock part) const
{
    const auto master = measureMaster (
        part, numChannels, panel.rate(), MasterMeter::Extent::withoutBass);
    auto report = reportOn (master);
    judgeMaster (master, norms, report);
    return report;
}

Result<TranslationReport> PartTrial::assess (dsp::ConstAudioBlock part, const Progress& progress)
{
    PRECONDITION (left > 0);
    --left;
    const auto master = measureMaster (part, numChannels, panel.rate());
    std::size_t done = 0;
    const MasterSource source = [&] (dsp::AudioBlock into) -> Result<std::size_t> {
        const auto frames = std::min (into.numFrames(), part.numFrames() - done);
        dsp::clear (into);
        dsp::copy (part.slice (done, frames), into.slice (0, frames));
        done += frames;
        return frames;
    };
    auto measures = panel.measure (
        panel.allColumns(), source, master.bass, part.numFrames(), progress);

    if (! measures)
        return measures.problem();

    auto report = reportOn (master);
    judgeMaster (master, norms, report);
    panel.judge (master, *measures, norms, report);
    return report;
}

Result<TranslationReport> PartTrial::assessUntreated (const TimeRange& range,
                                                      dsp::ConstAudioBlock part,
                                                      const Progress& progress)
{
    if (! untreated || untreated->first != range)
    {
        auto report = assess (part, progress);

        if (! report)
            return report.problem();

        untreated = { range, std::move (*report) };
    }

    return untreated->second;
}

} // namespace analysis
