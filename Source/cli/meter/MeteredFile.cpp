// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/meter/MeteredFile.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"

#include <algorithm>

namespace cli
{

using units::Result;

Result<MeteredFile> meterFile (const std::filesystem::path& file,
                               const hearing::Calibration& calibration,
                               const monitoring::Progress& progress)
{
    constexpr std::size_t blockFrames = 8192;
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    hearing::LoudnessMeter meter { reader->numChannels(), reader->rate() };
    hearing::SensationMeter ears { reader->numChannels(), reader->rate(), calibration };
    dsp::AudioBuffer block { reader->numChannels(), blockFrames };
    const auto expected = static_cast<double> (std::max<std::int64_t> (1, reader->numFrames()));
    double numFrames = 0.0;

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = reader->read (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        numFrames += static_cast<double> (frames);
        meter.process (block.block().slice (0, frames));
        ears.process (block.block().slice (0, frames));

        if (progress (numFrames / expected) == monitoring::Continue::no)
            return monitoring::interruption();
    }

    meter.finish();
    auto loudness = meter.result();
    return MeteredFile { file,
                         numFrames / reader->rate().hertz,
                         reader->rate().hertz,
                         reader->numChannels(),
                         loudness,
                         ears.finish(),
                         std::move (meter) };
}

} // namespace cli
