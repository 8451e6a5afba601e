// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tour/BandLosses.h"

#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "hearing/BandLevels.h"

#include <cmath>

namespace cli
{

namespace
{

constexpr std::size_t blockFrames = 16384;

// What a band without any third octave in it, or with silence, is given: nothing to be heard.
constexpr double silenceDb = -200.0;

/** The power of the third octaves whose centres lie in the band. */
double sumDb (const dsp::FrequencyResponse& thirdOctaves, const NamedBand& band)
{
    double power = 0.0;

    for (std::size_t i = 0; i < thirdOctaves.frequenciesHz().size(); ++i)
        if (const double centre = thirdOctaves.frequenciesHz()[i];
            centre >= band.lowHz && centre < band.highHz)
            power += std::pow (10.0, thirdOctaves.levelsDb()[i] / 10.0);

    return power > 0.0 ? 10.0 * std::log10 (power) : silenceDb;
}

} // namespace

units::Result<BandSums> bandSums (const std::filesystem::path& audioFile)
{
    auto reader = files::AudioFileReader::open (audioFile);

    if (! reader)
        return reader.problem();

    hearing::BandLevels levels { reader->numChannels(), reader->rate() };
    dsp::AudioBuffer block (reader->numChannels(), blockFrames);

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = reader->read (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        levels.process (block.block().slice (0, frames));
    }

    BandSums sums {};
    const auto thirdOctaves = levels.result();

    for (std::size_t b = 0; b < sums.size(); ++b)
        sums[b] = thirdOctaves ? sumDb (*thirdOctaves, namedBands[b]) : silenceDb;

    return sums;
}

} // namespace cli
