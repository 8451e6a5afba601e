// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/CheckExhibits.h"

#include "files/AudioFile.h"
#include "monitoring/MasterFeed.h"

#include <algorithm>
#include <cmath>

namespace cli
{

namespace
{

using analysis::Checked;
using analysis::TranslationAnalyzer;
using monitoring::ProgrammeExcerpts;
using units::Result;

constexpr std::size_t waveformColumns = 800;
constexpr std::size_t blockFrames = 65536;

Result<std::vector<monitoring::WaveformColumn>> waveformOf (files::AudioFileReader& reader)
{
    monitoring::WaveformPyramid pyramid { reader.numFrames() };
    dsp::AudioBuffer block { reader.numChannels(), blockFrames };

    for (std::size_t count = blockFrames; count == blockFrames;)
    {
        const auto read = reader.read (block.block());

        if (! read)
            return read.problem();

        count = *read;
        pyramid.add (block.block().slice (0, count));
    }

    return pyramid.view (0.0, static_cast<double> (pyramid.framesDone()), waveformColumns);
}

Result<ProgrammeExcerpts>
partOf (files::AudioFileReader& reader, const report::ExcerptPlace& place, units::SampleRate rate)
{
    const auto start = static_cast<std::int64_t> (place.start * reader.rate().hertz);

    if (auto found = reader.seek (start); ! found)
        return found.problem();

    ProgrammeExcerpts part { { 2, rate.framesIn ({ place.length }) }, rate };
    const auto count = monitoring::MasterFeed { reader, rate }.next (part.frames.block());

    if (! count)
        return count.problem();

    return part;
}

/** The column that Neutral is compared with there: that of the same problem. */
std::size_t columnOf (const report::ExcerptPlace& place,
                      const std::vector<report::ExcerptPlace>& places,
                      const analysis::TranslationReport& report)
{
    for (const auto& other : places)
        if (other.problem == place.problem && (place.column.empty() || other == place))
            for (std::size_t i = 0; i < report.columns.size(); ++i)
                if (report.columns[i].id == other.column)
                    return i;

    return 0;
}

Result<std::vector<report::Excerpt>>
excerptsOf (const Checked& checked, TranslationAnalyzer& analyzer, files::AudioFileReader& reader)
{
    const auto places = report::excerptsWorthHearing (checked.report);

    if (places.empty() || checked.report.columns.empty())
        return std::vector<report::Excerpt> {};

    const auto panel = analyzer.panelFor (checked.report.file, checked.master);

    if (! panel)
        return panel.problem();

    std::vector<report::Excerpt> excerpts;

    for (const auto& place : places)
    {
        const auto part = partOf (reader, place, panel->rate());

        if (! part)
            return part.problem();

        auto heard = analyzer.hear (*panel,
                                    columnOf (place, places, checked.report),
                                    place.column.empty() ? TranslationAnalyzer::Side::neutral
                                                         : TranslationAnalyzer::Side::device,
                                    *part);

        if (! heard)
            return heard.problem();

        excerpts.push_back ({ place, std::move (heard->frames), heard->rate });
    }

    return excerpts;
}

} // namespace

Result<report::Exhibits> exhibitsOf (const Checked& checked, TranslationAnalyzer& analyzer)
{
    auto reader = files::AudioFileReader::open (checked.report.file);

    if (! reader)
        return reader.problem();

    auto waveform = waveformOf (*reader);

    if (! waveform)
        return waveform.problem();

    auto excerpts = excerptsOf (checked, analyzer, *reader);

    if (! excerpts)
        return excerpts.problem();

    return report::Exhibits { checked.report, std::move (*waveform), std::move (*excerpts) };
}

} // namespace cli
