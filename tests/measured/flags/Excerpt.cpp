// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured/flags/Excerpt.h"

#include "dsp/TruePeakLimiter.h"
#include "files/AudioFile.h"
#include "hearing/LoudnessMeter.h"

#include <algorithm>
#include <cmath>

namespace flags
{

namespace
{

void fade (dsp::AudioBuffer& audio, units::SampleRate rate)
{
    const auto length = rate.framesIn ({ 0.05 });

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (std::size_t i = 0; i < length; ++i)
        {
            const auto gain = static_cast<float> (i) / static_cast<float> (length);
            audio.channel (c)[i] *= gain;
            audio.channel (c)[audio.numFrames() - 1 - i] *= gain;
        }
}

} // namespace

std::string packageOf (const std::filesystem::path& file)
{
    // /usr/share/PACKAGE/… or /usr/share/games/PACKAGE/… as installed; …/PACKAGE/usr/share/… as unpacked with dpkg -x.
    std::string before;
    std::string last;

    for (const auto& part : file)
    {
        if (part == "usr" && before != "/" && ! before.empty())
            return before;

        if ((before == "share" && part != "games") || (last == "share" && before == "games"))
            return part;

        last = before;
        before = part;
    }

    return before;
}

units::Result<Excerpt> excerptOf (const std::filesystem::path& file)
{
    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return reader.problem();

    const auto length = reader->rate().framesIn ({ excerptSeconds });
    const auto all = static_cast<std::size_t> (std::max<std::int64_t> (0, reader->numFrames()));

    if (all < length)
        return units::Problem {
            units::Problem::Kind::unsupported, file.string(), "is shorter than an excerpt", ""
        };

    const auto start = std::min (all / 3, all - length);

    if (auto sought = reader->seek (static_cast<std::int64_t> (start)); ! sought)
        return sought.problem();

    dsp::AudioBuffer raw (reader->numChannels(), length);
    const auto read = reader->read (raw.block());

    if (! read || *read < length)
        return read ? units::Problem { units::Problem::Kind::unreadableFile,
                                       file.string(),
                                       "ends early",
                                       "" }
                    : read.problem();

    Excerpt excerpt {
        packageOf (file), file.stem().string(), dsp::AudioBuffer (2, length), reader->rate()
    };

    for (std::size_t c = 0; c < 2; ++c)
        std::ranges::copy (raw.channel (std::min (c, raw.numChannels() - 1)),
                           excerpt.audio.channel (c).begin());

    fade (excerpt.audio, excerpt.rate);
    return excerpt;
}

dsp::AudioBuffer copyOf (const dsp::AudioBuffer& audio)
{
    dsp::AudioBuffer copy (audio.numChannels(), audio.numFrames());

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        std::ranges::copy (audio.channel (c), copy.channel (c).begin());

    return copy;
}

dsp::AudioBuffer
limited (const dsp::AudioBuffer& audio, units::SampleRate rate, double lufs, double ceilingDbtp)
{
    double gainDb = 0.0;
    dsp::AudioBuffer result;

    // The limiter takes loudness away: four rounds come within some tenths of a dB.
    for (int round = 0; round < 4; ++round)
    {
        dsp::TruePeakLimiter limiter { { 2, rate, units::Decibels { ceilingDbtp } } };
        const auto late = limiter.latencyFrames();
        dsp::AudioBuffer longer (2, audio.numFrames() + late);
        const auto gain = static_cast<float> (std::pow (10.0, gainDb / 20.0));

        for (std::size_t c = 0; c < 2; ++c)
            std::ranges::transform (audio.channel (c),
                                    longer.channel (c).begin(),
                                    [gain] (float sample) { return gain * sample; });

        limiter.process (longer.block());
        result = dsp::AudioBuffer (2, audio.numFrames());

        for (std::size_t c = 0; c < 2; ++c)
            std::ranges::copy (longer.channel (c).subspan (late), result.channel (c).begin());

        const auto loudness = hearing::programmeLoudness (result.block(), rate);

        if (! loudness.integrated)
            break;

        gainDb += lufs - loudness.integrated->value;
    }

    return result;
}

} // namespace flags
