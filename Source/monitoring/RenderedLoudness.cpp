// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/RenderedLoudness.h"

#include "dsp/AudioBuffer.h"

#include <algorithm>
#include <utility>

namespace monitoring
{

units::Result<hearing::LoudnessOverTime> renderedLoudness (files::Spool& rendering,
                                                           units::Decibels gain,
                                                           const Hearing& how,
                                                           const Progress& progress)
{
    constexpr auto blockFrames = OfflineRenderer::fastBlockSize;
    LoudnessAtEar ears { rendering.numChannels(), gain, how };
    dsp::AudioBuffer block (rendering.numChannels(), blockFrames);
    const auto all = static_cast<double> (std::max<std::int64_t> (1, rendering.numFrames()));
    double done = 0.0;
    rendering.rewind();

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = rendering.read (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        ears.process (std::as_const (block).block().slice (0, frames));
        done += static_cast<double> (frames);

        if (progress (std::min (1.0, done / all)) == Continue::no)
            return interruption();
    }

    return ears.finish();
}

} // namespace monitoring
