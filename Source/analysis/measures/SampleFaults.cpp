// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/SampleFaults.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <span>

namespace analysis
{

namespace
{

constexpr float clipFloor = 0.891f; // −1 dBFS
constexpr std::uint64_t clipRun = 3;
constexpr double shortestDropOut = 0.005;
constexpr double longestDropOut = 0.2;
constexpr std::size_t mostDropOuts = 1000;
constexpr double soundPower = 1e-5;  // −50 dBFS: there is something to drop out
constexpr double levelSpread = 30.0; // 15 dB: before and after it is the same music
constexpr double levelSeconds = 0.005;
constexpr double lastSeconds = 0.02;
constexpr float silence = 1e-4f; // −80 dBFS
constexpr double shortestSilence = 2.0;

double secondsAt (std::uint64_t frame, units::SampleRate rate)
{
    return static_cast<double> (frame) / rate.hertz;
}

} // namespace

std::optional<int> SampleFaults::bits() const
{
    std::uint32_t all = 0;

    for (const auto& channel : channels)
    {
        if (! channel.lastBits)
            return std::nullopt;

        all |= *channel.lastBits;
    }

    constexpr int most = 24;
    return all == 0 ? std::nullopt : std::optional { most - std::countr_zero (all) };
}

//==================================================================================================
ChannelScan::ChannelScan (units::SampleRate fileRate)
    : rate (fileRate),
      framesPerMean (fileRate.framesIn ({ SampleFaults::meanSeconds })),
      windowStep (std::polar (1.0, 2.0 * std::numbers::pi / static_cast<double> (framesPerMean))),
      smoothing (1.0 - std::exp (-1.0 / (levelSeconds * fileRate.hertz))),
      last (fileRate.framesIn ({ lastSeconds }))
{}

void ChannelScan::process (std::span<const float> samples)
{
    for (const float sample : samples)
    {
        const double wide = static_cast<double> (sample);
        const float magnitude = std::abs (sample);

        if (now < clipRun)
            faults.startDbfs = std::max (faults.startDbfs,
                                         20.0 * std::log10 (static_cast<double> (magnitude)));

        if (sample != value)
            endRun (sample);

        if (pending && now >= confirmAt)
            confirmDropOut();

        sum += wide;
        segmentSum += wide * (1.0 - window.real());
        window *= windowStep;
        squares += wide * wide;
        level += smoothing * (wide * wide - level);
        faults.peak = std::max (faults.peak, magnitude);
        last[now % last.size()] = sample;

        constexpr float steps = 8388608.0f; // of 24 bit
        const float number = sample * steps;
        const auto whole = static_cast<std::int64_t> (number);
        isFiner = isFiner || static_cast<float> (whole) != number;
        bits |= static_cast<std::uint32_t> (whole < 0 ? -whole : whole);

        if (++now % framesPerMean == 0)
            endSegment();
    }
}

void ChannelScan::endSegment()
{
    faults.means.push_back (static_cast<float> (segmentSum / static_cast<double> (framesPerMean)));
    segmentSum = 0.0;
    window = 1.0;
}

void ChannelScan::endRun (float next)
{
    if (now - runStart >= clipRun)
    {
        noteClip (next);
        noteDropOut();
    }

    beforeRun = value;
    value = next;
    runStart = now;
    levelBeforeRun = level;
}

void ChannelScan::noteClip (float next)
{
    const float half = 0.5f * value;
    const bool goesOn = value > 0.0f ? beforeRun > half && next > half
                                     : beforeRun < half && next < half;

    if (std::abs (value) < clipFloor || ! goesOn)
        return;

    const auto hop = static_cast<std::size_t> (secondsAt (runStart, rate) * hopsPerSecond);
    faults.clips.resize (std::max (faults.clips.size(), hop + 1));

    if (faults.clips[hop] < UINT16_MAX)
        ++faults.clips[hop];
}

void ChannelScan::noteDropOut()
{
    const TimeRange range { secondsAt (runStart, rate), secondsAt (now, rate) };

    if (range.length() < shortestDropOut || range.length() > longestDropOut
        || levelBeforeRun < soundPower)
        return;

    pending = range;
    levelBeforePending = levelBeforeRun;
    confirmAt = now + rate.framesIn ({ 2.0 * levelSeconds });
}

void ChannelScan::confirmDropOut()
{
    const double ratio = level / levelBeforePending;

    if (level > soundPower && ratio < levelSpread && ratio > 1.0 / levelSpread
        && faults.dropOuts.size() < mostDropOuts)
        faults.dropOuts.push_back (*pending);

    pending.reset();
}

ChannelFaults ChannelScan::finish()
{
    const double count = std::max (1.0, static_cast<double> (now));
    faults.mean = sum / count;
    faults.power = squares / count;
    double ending = 0.0;

    for (const float sample : last)
        ending += static_cast<double> (sample) * static_cast<double> (sample);

    faults.endDbfs = 10.0 * std::log10 (ending / static_cast<double> (last.size()));

    if (! isFiner)
        faults.lastBits = bits;

    return std::move (faults);
}

//==================================================================================================
SampleFaultsMeter::SampleFaultsMeter (std::size_t numChannels, units::SampleRate fileRate)
    : rate (fileRate),
      scans (numChannels, ChannelScan { fileRate })
{}

void SampleFaultsMeter::process (dsp::ConstAudioBlock block)
{
    for (std::size_t c = 0; c < block.numChannels(); ++c)
        scans[c].process (block.channel (c));

    for (std::size_t i = 0; i < block.numFrames(); ++i, ++received)
    {
        bool isSilent = true;

        for (std::size_t c = 0; c < block.numChannels(); ++c)
            isSilent = isSilent && std::abs (block.channel (c)[i]) < silence;

        if (! isSilent)
        {
            noteSilence (received);
            silentSince = received + 1;
        }
    }
}

void SampleFaultsMeter::noteSilence (std::uint64_t end)
{
    const TimeRange range { secondsAt (silentSince, rate), secondsAt (end, rate) };

    if (range.length() > shortestSilence)
        silences.push_back (range);
}

SampleFaults SampleFaultsMeter::finish()
{
    noteSilence (received);
    SampleFaults faults { {}, std::move (silences) };

    for (auto& scan : scans)
        faults.channels.push_back (scan.finish());

    return faults;
}

} // namespace analysis
