// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/DemoFile.h"

#include "cli/demo/DemoSong.h"
#include "files/AudioFile.h"

namespace cli
{

units::Result<void>
writeDemo (const std::filesystem::path& file, units::SampleRate rate, files::Overwrite overwrite)
{
    files::AudioFileWriter::Format format;
    format.rate = rate;
    format.encoding = file.extension() == ".flac" ? files::Encoding::flac
                                                  : files::Encoding::wavFloat;
    format.metadata = { "Elsewhere demo",
                        "30 seconds composed in code, for trying Elsewhere without a song at hand.",
                        "Elsewhere " ELSEWHERE_VERSION };
    auto writer = files::AudioFileWriter::create (file, format, overwrite);

    if (! writer)
        return writer.problem();

    const auto song = demoSong (rate);

    if (auto written = writer->write (song.block()); ! written)
        return written.problem();

    return writer->finish();
}

} // namespace cli
