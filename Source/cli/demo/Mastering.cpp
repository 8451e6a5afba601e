// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo/Mastering.h"

#include "hearing/LoudnessMeter.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cli
{

namespace
{

dsp::AudioBuffer copyOf (const dsp::AudioBuffer& audio)
{
    dsp::AudioBuffer copy { audio.numChannels(), audio.numFrames() };

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        std::copy (audio.channel (c).begin(), audio.channel (c).end(), copy.channel (c).begin());

    return copy;
}

/** The gain that each frame on its own would need. */
std::vector<double> neededGains (const dsp::AudioBuffer& audio, double drive, double ceiling)
{
    std::vector<double> gains (audio.numFrames(), 1.0);

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (std::size_t i = 0; i < gains.size(); ++i)
        {
            const double peak = drive * std::abs (static_cast<double> (audio.channel (c)[i]));
            gains[i] = std::min (gains[i], peak > ceiling ? ceiling / peak : 1.0);
        }

    return gains;
}

/** Each frame's gain is the least within reach on either side: what smoothing takes back later. */
std::vector<double> leastWithin (const std::vector<double>& gains, std::size_t reach)
{
    std::vector<double> least (gains.size(), 1.0);

    for (std::size_t i = 0; i < gains.size(); ++i)
        if (gains[i] < 1.0)
            for (std::size_t k = i - std::min (i, reach);
                 k < std::min (gains.size(), i + reach + 1);
                 ++k)
                least[k] = std::min (least[k], gains[i]);

    return least;
}

/** The mean over reach on either side. A mean of numbers that are all small enough is one too. */
std::vector<double> meanWithin (const std::vector<double>& gains, std::size_t reach)
{
    std::vector<double> sums (gains.size() + 1, 0.0);

    for (std::size_t i = 0; i < gains.size(); ++i)
        sums[i + 1] = sums[i] + gains[i];

    std::vector<double> means (gains.size());

    for (std::size_t i = 0; i < gains.size(); ++i)
    {
        const std::size_t first = i - std::min (i, reach);
        const std::size_t end = std::min (gains.size(), i + reach + 1);
        means[i] = (sums[end] - sums[first]) / static_cast<double> (end - first);
    }

    return means;
}

void limit (dsp::AudioBuffer& audio, units::SampleRate rate, double drive, double ceiling)
{
    // 3 ms ahead and behind (heuristic): short enough not to pump, long enough not to distort bass much.
    const auto reach = rate.framesIn (units::Seconds { 0.0015 });
    const auto least = leastWithin (neededGains (audio, drive, ceiling), 2 * reach);
    const auto gains = meanWithin (meanWithin (least, reach), reach);

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (std::size_t i = 0; i < gains.size(); ++i)
            audio.channel (c)[i] = static_cast<float> (
                drive * gains[i] * static_cast<double> (audio.channel (c)[i]));
}

double integratedLufs (const dsp::AudioBuffer& audio, units::SampleRate rate)
{
    using hearing::LoudnessMeter;
    LoudnessMeter meter { audio.numChannels(), rate, LoudnessMeter::Extent::integratedAndPeak };
    meter.process (audio.block());
    const auto integrated = meter.result().integrated;
    PRECONDITION (integrated.has_value());
    return integrated->value;
}

} // namespace

void master (dsp::AudioBuffer& audio,
             units::SampleRate rate,
             units::Lufs loudness,
             units::Decibels ceiling)
{
    // The limiter takes a little loudness away, so the drive is found by coming closer a few times.
    units::Decibels drive { loudness.value - integratedLufs (audio, rate) };

    for (int attempt = 0; attempt < 12; ++attempt)
    {
        auto limited = copyOf (audio);
        limit (limited, rate, drive.toGain(), ceiling.toGain());
        const double missing = loudness.value - integratedLufs (limited, rate);

        if (std::abs (missing) < 0.05)
        {
            audio = std::move (limited);
            return;
        }

        drive = drive + units::Decibels { missing };
    }

    limit (audio, rate, drive.toGain(), ceiling.toGain());
}

} // namespace cli
