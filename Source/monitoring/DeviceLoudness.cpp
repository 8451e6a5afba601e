// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/DeviceLoudness.h"

#include "files/AudioFile.h"
#include "monitoring/MasterFeed.h"

namespace monitoring
{

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

    const auto render = [&] (dsp::ConstAudioBlock block) -> units::Result<void> {
        renderer.process (block, hear);
        return {};
    };

    if (auto fed = feed.feed (render, progress); ! fed)
        return fed.problem();

    renderer.flush (hear);
    return ears.finish();
}

} // namespace monitoring
