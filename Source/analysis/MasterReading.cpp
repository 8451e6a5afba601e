// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterReading.h"

#include "dsp/BlockOperations.h"
#include "monitoring/MasterFeed.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr std::size_t portion = 65536;

} // namespace

units::Result<MasterMeasures> measureMaster (files::AudioFileReader& reader,
                                             const monitoring::Progress& progress)
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

        if (progress (std::min (1.0, done / expected)) == monitoring::Continue::no)
            return monitoring::interruption();
    }

    return meter.finish();
}

MasterMeasures measureMaster (dsp::ConstAudioBlock stereo,
                              std::size_t numChannels,
                              units::SampleRate rate,
                              MasterMeter::Extent extent)
{
    MasterMeter meter { numChannels, rate, extent };
    meter.process (stereo.firstChannels (numChannels));
    return meter.finish();
}

units::Result<dsp::AudioBuffer>
readPart (files::AudioFileReader& reader, const TimeRange& part, units::SampleRate rate)
{
    const double first = part.start * static_cast<double> (reader.rate().hertz);

    if (auto sought = reader.seek (std::llround (first)); ! sought)
        return sought.problem();

    monitoring::MasterFeed feed { reader, rate };
    dsp::AudioBuffer whole (2, rate.framesIn (units::Seconds { part.length() }));
    const auto frames = feed.next (whole.block());

    if (! frames)
        return frames.problem();

    if (*frames == whole.numFrames())
        return whole;

    dsp::AudioBuffer shorter (2, *frames);
    dsp::copy (whole.block().slice (0, *frames), shorter.block());
    return shorter;
}

} // namespace analysis
