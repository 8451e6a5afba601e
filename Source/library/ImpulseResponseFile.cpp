// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImpulseResponseFile.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"

#include <algorithm>

namespace library
{

namespace fs = std::filesystem;

namespace
{

/** Which channel takes the path from an input to an output, and with which gain. */
struct PathSource
{
    std::size_t channel;
    double gain;
};

PathSource
sourceOf (std::size_t numChannels, std::size_t output, std::size_t input, const Fold& fold)
{
    // Four channels: the input's pair first, then the output within it.
    if (numChannels == 4)
        return { 2 * input + output, 1.0 };

    if (numChannels == 2)
        return { output, output == input ? 1.0 : 0.0 };

    return { 0, fold.gains[output][input] };
}

units::Result<void> checkFit (std::size_t numChannels, std::size_t numTransducers)
{
    if (numChannels == 3 || numChannels > 4)
        return units::Problem {
            units::Problem::Kind::unsupported,
            "",
            "It has " + std::to_string (numChannels) + " channels.",
            "One, two (left, right) and four (LL, LR, RL, RR) are understood."
        };

    if (numChannels != 1 && numTransducers != 2)
        return units::Problem { units::Problem::Kind::invalidValue,
                                "",
                                "An impulse response of " + std::to_string (numChannels)
                                    + " channels needs two transducers, not "
                                    + std::to_string (numTransducers) + ".",
                                "Give one channel, or a left and a right transducer." };

    return {};
}

} // namespace

units::Result<void> writeImpulseResponse (const fs::path& file,
                                          const std::vector<dsp::ImpulseResponse>& channels,
                                          files::Overwrite overwrite)
{
    const std::size_t numFrames = channels.front().samples.size();
    dsp::AudioBuffer frames { channels.size(), numFrames };

    for (std::size_t c = 0; c < channels.size(); ++c)
        std::transform (channels[c].samples.begin(),
                        channels[c].samples.end(),
                        frames.channel (c).begin(),
                        [] (double sample) { return static_cast<float> (sample); });

    auto writer = files::AudioFileWriter::create (
        file, { files::Encoding::wavFloat, channels.size(), channels.front().rate, {} }, overwrite);

    if (! writer)
        return writer.problem();

    if (auto written = writer->write (frames.block()); ! written)
        return written;

    return writer->finish();
}

units::Result<dsp::TransferMatrix> impulseMatrix (const std::vector<dsp::ImpulseResponse>& channels,
                                                  const Fold& fold)
{
    if (const auto fits = checkFit (channels.size(), fold.gains.size()); ! fits)
        return fits.problem();

    const std::size_t numTaps = channels.front().samples.size();
    dsp::TransferMatrix matrix { fold.gains.size(), 2, numTaps, channels.front().rate };

    for (std::size_t output = 0; output < matrix.numOutputs(); ++output)
        for (std::size_t input = 0; input < 2; ++input)
        {
            const auto source = sourceOf (channels.size(), output, input, fold);
            const auto& samples = channels[source.channel].samples;
            std::transform (samples.begin(),
                            samples.end(),
                            matrix.path (output, input).begin(),
                            [gain = source.gain] (double sample) { return gain * sample; });
        }

    return matrix;
}

} // namespace library
