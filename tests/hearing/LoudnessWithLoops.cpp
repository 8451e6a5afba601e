// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessWithLoops.h"

#include "dsp/FlushDenormals.h"
#include "hearing/LoudnessChannel.h"
#include "hearing/TemporalWeighting.h"

namespace hearing
{

LoudnessOverTime loudnessWithLoops (const LoudnessArithmetic& loops,
                                    std::span<const float> samples,
                                    units::SampleRate rate,
                                    const Calibration& calibration)
{
    const dsp::FlushDenormals fast;
    const LoudnessSetup setup { rate, calibration.fullScale, calibration.field, loops };
    const auto startOf = [&] (std::size_t frame) {
        return frame * static_cast<std::size_t> (rate.hertz) / framesPerSecond;
    };

    LoudnessChannel channel;
    TemporalWeighting weighting;
    LoudnessOverTime curve;

    for (std::size_t first = 0; startOf (first + 1) <= samples.size(); first += framesPerBatch)
    {
        FrameStarts frames { 0, {} };

        while (frames.numFrames < framesPerBatch
               && startOf (first + frames.numFrames + 1) <= samples.size())
        {
            ++frames.numFrames;
            frames.starts[frames.numFrames] = startOf (first + frames.numFrames) - startOf (first);
        }

        channel.add (samples.subspan (startOf (first), frames.starts[frames.numFrames]));
        channel.filterBatch (setup, frames);
        channel.finishBatch (setup, frames);

        for (std::size_t f = 0; f < frames.numFrames; ++f)
        {
            const auto sone = static_cast<float> (
                weighting.process (channel.totalLoudness().sone[f]));

            if (f % (framesPerSecond / LoudnessOverTime::pointsPerSecond) == 0)
                curve.sone.push_back (sone);
        }
    }

    return curve;
}

} // namespace hearing
