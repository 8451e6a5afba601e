// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/CodecOvers.h"

#include "files/Codecs.h"
#include "monitoring/Progress.h"
#include "monitoring/Workers.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>

namespace analysis
{

namespace
{

// Encoding a minute eight ways takes ten seconds.
constexpr std::size_t numStretches = 3;
constexpr double stretchSeconds = 5.0;
constexpr double fadeSeconds = 0.1;
constexpr double blindSeconds = 0.15; // the fade, and what a codec is late by

// A codec gets so long for all stretches.
constexpr double longestSeconds = 60.0;

double meanSquare (const PeakCurve& peaks, std::size_t first, std::size_t end)
{
    double sum = 0.0;

    for (auto hop = first; hop < end; ++hop)
        sum += static_cast<double> (peaks[hop]) * static_cast<double> (peaks[hop]);

    return sum / static_cast<double> (end - first);
}

/** Stretches one after the other, each faded in and out. */
units::Result<dsp::AudioBuffer> joinedStretches (files::AudioFileReader& file,
                                                 const std::vector<TimeRange>& stretches)
{
    const auto rate = file.rate();
    const auto frameAt = [rate] (double seconds) {
        return static_cast<std::size_t> (std::lround (seconds * rate.hertz));
    };
    std::size_t total = 0;

    for (const auto& stretch : stretches)
        total += frameAt (stretch.length());

    dsp::AudioBuffer audio (file.numChannels(), total);
    std::size_t at = 0;

    for (const auto& stretch : stretches)
    {
        const auto length = frameAt (stretch.length());
        auto part = audio.block().slice (at, length);

        if (auto sought = file.seek (static_cast<std::int64_t> (frameAt (stretch.start))); ! sought)
            return sought.problem();

        if (const auto read = file.read (part); ! read)
            return read.problem();

        const auto fade = std::min (length / 2, frameAt (fadeSeconds));

        for (std::size_t c = 0; c < part.numChannels(); ++c)
            for (std::size_t i = 0; i < fade; ++i)
            {
                const auto gain = static_cast<float> (i) / static_cast<float> (fade);
                part.channel (c)[i] *= gain;
                part.channel (c)[length - 1 - i] *= gain;
            }

        at += length;
    }

    return audio;
}

/** Where a time of the joined stretches is in the master; nullopt near a joint. */
std::optional<double> placeInMaster (double seconds, const std::vector<TimeRange>& stretches)
{
    for (const auto& stretch : stretches)
    {
        if (seconds < stretch.length())
            return seconds < blindSeconds || seconds > stretch.length() - blindSeconds
                       ? std::nullopt
                       : std::optional { stretch.start + seconds };

        seconds -= stretch.length();
    }

    return std::nullopt;
}

double decibels (double power, double least)
{
    return power > 0.0 ? std::max (least, 10.0 * std::log10 (power)) : least;
}

} // namespace

std::vector<TimeRange> stretchesOfHighPeaks (const PeakCurve& peaks, double masterSeconds)
{
    constexpr auto hopsPerStretch = static_cast<std::size_t> (stretchSeconds * hopsPerSecond);

    if (peaks.size() <= numStretches * hopsPerStretch)
        return { { 0.0, masterSeconds } };

    std::vector<std::size_t> starts; // every half second
    constexpr std::size_t step = 5;
    starts.reserve (peaks.size() / step + 1);

    for (std::size_t hop = 0; hop + hopsPerStretch <= peaks.size(); hop += step)
        starts.push_back (hop);

    std::ranges::stable_sort (starts, std::greater(), [&] (std::size_t hop) {
        return meanSquare (peaks, hop, hop + hopsPerStretch);
    });
    std::vector<std::size_t> chosen;

    for (const auto hop : starts)
    {
        const bool isFree = std::ranges::all_of (chosen, [hop] (std::size_t other) {
            return hop + hopsPerStretch <= other || other + hopsPerStretch <= hop;
        });

        if (isFree && chosen.size() < numStretches)
            chosen.push_back (hop);
    }

    std::ranges::sort (chosen);
    std::vector<TimeRange> stretches;
    stretches.reserve (chosen.size());

    for (const auto hop : chosen)
        stretches.push_back ({ static_cast<double> (hop) / hopsPerSecond,
                               static_cast<double> (hop + hopsPerStretch) / hopsPerSecond });

    return stretches;
}

CodecOver oversIn (dsp::ConstAudioBlock decoded,
                   units::SampleRate rate,
                   const std::vector<TimeRange>& stretches)
{
    PeakCurveMeter meter { decoded.numChannels(), rate };
    meter.process (decoded);
    const auto peaks = meter.finish();
    CodecOver over;
    float highest = 0.0f;

    for (std::size_t hop = 0; hop < peaks.size(); ++hop)
    {
        const auto start = placeInMaster (static_cast<double> (hop) / hopsPerSecond, stretches);
        const auto end = placeInMaster (static_cast<double> (hop + 1) / hopsPerSecond, stretches);

        if (! start || ! end || *end < *start)
            continue;

        highest = std::max (highest, peaks[hop]);

        if (peaks[hop] > 1.0f)
            over.overs.push_back ({ *start, *end });
    }

    double clipped = 0.0;
    double all = 0.0;

    for (std::size_t c = 0; c < decoded.numChannels(); ++c)
        for (std::size_t i = 0; i < decoded.numFrames(); ++i)
        {
            const double sample = static_cast<double> (decoded.channel (c)[i]);
            all += sample * sample;

            if (const double excess = std::abs (sample) - 1.0;
                excess > 0.0 && placeInMaster (static_cast<double> (i) / rate.hertz, stretches))
                clipped += excess * excess;
        }

    constexpr double leastDb = -120.0;
    over.truePeakDbtp = decibels (static_cast<double> (highest) * static_cast<double> (highest),
                                  leastDb);
    over.clippedDb = all > 0.0 ? decibels (clipped / all, leastDb) : leastDb;
    return over;
}

units::Result<CodecOvers> tryCodecs (files::AudioFileReader& file,
                                     const std::vector<TimeRange>& stretches,
                                     std::size_t numWorkers,
                                     const std::function<bool()>& goOn)
{
    CodecOvers result;
    result.tried = stretches;
    std::mutex oneAtATime;
    const files::Patience patience { longestSeconds, [&] {
                                        const std::scoped_lock lock { oneAtATime };
                                        return goOn();
                                    } };
    const auto encoders = files::ffmpegEncoders (patience);

    if (! encoders)
    {
        result.notTried = "The program ffmpeg is not installed, with which codecs are tried.";
        return result;
    }

    const auto audio = joinedStretches (file, stretches);

    if (! audio)
        return audio.problem();

    const auto codecs = files::lossyCodecs();
    std::vector<std::optional<units::Result<files::Coded>>> coded (codecs.size());
    monitoring::Workers workers { numWorkers };
    workers.forEach (codecs.size(), [&] (std::size_t i, std::size_t) {
        if (std::ranges::find (*encoders, codecs[i].encoder) != encoders->end())
            coded[i] = files::throughCodec (audio->block(), file.rate(), codecs[i], patience);
    });

    if (! goOn())
        return monitoring::interruption();

    for (std::size_t i = 0; i < codecs.size(); ++i)
    {
        const std::string name { codecs[i].name };

        if (! coded[i])
            result.missing.push_back (name + ": ffmpeg has not the encoder "
                                      + std::string (codecs[i].encoder));
        else if (! *coded[i])
            result.missing.push_back (name + ": " + coded[i]->problem().what);
        else
        {
            auto over = oversIn ((*coded[i])->audio.block(), (*coded[i])->rate, stretches);
            over.codec = name;
            over.isErratic = codecs[i].isErratic;
            result.codecs.push_back (std::move (over));
        }
    }

    if (result.codecs.empty())
        result.notTried = "The program ffmpeg has none of the encoders that are tried.";

    return result;
}

} // namespace analysis
