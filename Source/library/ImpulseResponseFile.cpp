// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/ImpulseResponseFile.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "library/Wording.h"

#include <algorithm>

namespace library
{

namespace fs = std::filesystem;

namespace
{

constexpr double longestSeconds = 10.0; // as in ImpulseAnalysis: before it fills the memory

units::Result<void> checkShape (const files::AudioFileReader& reader, const fs::path& file)
{
    const double seconds = static_cast<double> (reader.numFrames()) / reader.rate().hertz;

    if (reader.numFrames() < 1 || seconds > longestSeconds)
        return units::Problem { units::Problem::Kind::invalidValue,
                                file.string(),
                                "It lasts " + plainNumber (seconds)
                                    + " seconds; an impulse response lasts up to 10.",
                                "Cut it to the response itself; deconvolve a sweep first." };

    if (reader.numChannels() == 3)
        return units::Problem {
            units::Problem::Kind::unsupported,
            file.string(),
            "It has 3 channels.",
            "One, two (left, right) and four (LL, LR, RL, RR) are understood."
        };

    return {};
}

} // namespace

units::Result<std::vector<dsp::ImpulseResponse>> readImpulseResponse (const fs::path& file)
{
    auto reader = files::AudioFileReader::open (file, { 4, 8000, 192000 });

    if (! reader)
        return reader.problem();

    if (const auto fits = checkShape (*reader, file); ! fits)
        return fits.problem();

    dsp::AudioBuffer frames { reader->numChannels(),
                              static_cast<std::size_t> (reader->numFrames()) };
    const auto numRead = reader->read (frames.block());

    if (! numRead)
        return numRead.problem();

    std::vector<dsp::ImpulseResponse> channels;

    for (std::size_t c = 0; c < frames.numChannels(); ++c)
    {
        const auto samples = frames.channel (c).first (*numRead);
        channels.push_back (
            { std::vector<double> (samples.begin(), samples.end()), reader->rate() });
    }

    return channels;
}

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
    const std::size_t numTransducers = fold.gains.size();

    if (channels.size() != 1 && numTransducers != 2)
        return units::Problem { units::Problem::Kind::invalidValue,
                                "",
                                "An impulse response of " + std::to_string (channels.size())
                                    + " channels needs two transducers, not "
                                    + std::to_string (numTransducers) + ".",
                                "Give one channel, or a left and a right transducer." };

    const std::size_t numTaps = channels.front().samples.size();
    dsp::TransferMatrix matrix { numTransducers, 2, numTaps, channels.front().rate };

    for (std::size_t output = 0; output < numTransducers; ++output)
        for (std::size_t input = 0; input < 2; ++input)
        {
            // Four channels: the input's pair first, then the output within it.
            const std::size_t channel = channels.size() == 4   ? 2 * input + output
                                        : channels.size() == 2 ? output
                                                               : 0;
            const double own = output == input ? 1.0 : 0.0;
            const double gain = channels.size() == 4   ? 1.0
                                : channels.size() == 2 ? own
                                                       : fold.gains[output][input];
            std::transform (channels[channel].samples.begin(),
                            channels[channel].samples.end(),
                            matrix.path (output, input).begin(),
                            [gain] (double sample) { return gain * sample; });
        }

    return matrix;
}

} // namespace library
