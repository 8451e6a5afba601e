// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/DeviceLoudness.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "monitoring/MasterFeed.h"

#include <algorithm>
#include <utility>

namespace monitoring
{

namespace
{

constexpr auto blockFrames = OfflineRenderer::fastBlockSize;

} // namespace

units::Result<hearing::LoudnessOverTime> deviceLoudness (const std::filesystem::path& master,
                                                         const dsp::TransferMatrix* device,
                                                         units::Decibels gain,
                                                         const Hearing& how,
                                                         const Progress& progress)
{
    auto reader = files::AudioFileReader::open (master);

    if (! reader)
        return reader.problem();

    MasterFeed feed { *reader, how.rate };
    OfflineRenderer renderer { 2, { device } };
    LoudnessAtEar ears { device == nullptr ? 2 : device->numOutputs(), gain, how };
    const OfflineRenderer::Sink hear = [&ears] (std::size_t, dsp::ConstAudioBlock block) {
        ears.process (block);
    };
    dsp::AudioBuffer block (2, blockFrames);
    const auto expected = static_cast<double> (std::max<std::int64_t> (1, feed.framesExpected()));

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = feed.next (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        renderer.process (std::as_const (block).block().slice (0, frames), hear);

        if (progress (std::min (1.0, static_cast<double> (feed.framesGiven()) / expected))
            == Continue::no)
            return interruption();
    }

    renderer.flush (hear);
    return ears.finish();
}

} // namespace monitoring
