// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/TruePeakLimiter.h"

#include "dsp/BlockOperations.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dsp
{
namespace
{

// Heuristic: short enough for a monitor's latency, long enough that the gain's ramp stays below
// hearing; and a release between pumping (longer) and distorted bass (shorter).
constexpr units::Seconds lookAheadTime { 0.0015 };
constexpr units::Seconds releaseTime { 0.1 };

/** The window of each of the two means: together they span the look-ahead. */
std::size_t meanLength (std::size_t lookAhead) { return lookAhead / 2 + 1; }

} // namespace

TruePeakLimiter::TruePeakLimiter (const Settings& settings)
    : ceiling (static_cast<float> (settings.ceiling.toGain())),
      lookAhead (2 * ((settings.rate.framesIn (lookAheadTime) + 1) / 2)),
      latency (lookAhead + TruePeakDetector::delayFrames),
      releasePerFrame (
          static_cast<float> (1.0 - std::exp (-1.0 / (releaseTime.value * settings.rate.hertz)))),
      detectors (settings.numChannels),
      lowest (lookAhead + 2), // one more: a peak between two samples belongs to both
      firstMean (meanLength (lookAhead)),
      secondMean (meanLength (lookAhead)),
      delayLine (settings.numChannels, latency)
{}

void TruePeakLimiter::process (AudioBlock block) noexcept REALTIME
{
    lowestApplied = 1.0f;

    for (std::size_t start = 0; start < block.numFrames(); start += TruePeakDetector::longestBlock)
        processPart (block.slice (
            start, std::min (TruePeakDetector::longestBlock, block.numFrames() - start)));
}

void TruePeakLimiter::processPart (AudioBlock part) noexcept REALTIME
{
    PRECONDITION (part.numChannels() == detectors.size());

    std::array<float, TruePeakDetector::longestBlock> storage {};
    const auto gains = std::span { storage }.first (part.numFrames());

    for (std::size_t c = 0; c < part.numChannels(); ++c)
    {
        for (auto& sample : part.channel (c))
            sample = std::isfinite (sample) ? sample : 0.0f;

        detectors[c].raise (gains, part.channel (c), ceiling);
    }

    for (auto& gain : gains) // so far, a peak
        gain = smoothGain (gain);

    for (const float gain : gains)
        lowestApplied = std::min (lowestApplied, gain);

    delayAndScale (part, gains);
}

/** A peak's gain is held for the look-ahead and then averaged over it, so that when the delayed peak
    comes, every term of the mean is low enough. Release only ever lowers a gain. */
float TruePeakLimiter::smoothGain (float peak) noexcept REALTIME
{
    const float needed = lowest.next (peak > ceiling ? ceiling / peak : 1.0f);
    released = std::min (static_cast<double> (needed),
                         released + releasePerFrame * (1.0 - released));

    return secondMean.next (firstMean.next (static_cast<float> (released)));
}

void TruePeakLimiter::delayAndScale (AudioBlock part,
                                     std::span<const float> gains) noexcept REALTIME
{
    auto place = position;

    for (std::size_t c = 0; c < part.numChannels(); ++c)
    {
        const auto samples = part.channel (c);
        const auto delayed = delayLine.channel (c);
        place = position;

        for (std::size_t n = 0; n < samples.size(); ++n)
        {
            const float late = delayed[place];
            delayed[place] = samples[n];
            samples[n] = gains[n] * late;
            place = place + 1 == latency ? 0 : place + 1;
        }
    }

    position = place;
}

void TruePeakLimiter::reset() noexcept REALTIME
{
    for (auto& detector : detectors)
        detector.reset();

    clear (delayLine.block());
    lowest.reset();
    firstMean.reset();
    secondMean.reset();
    released = 1.0;
    position = 0;
}

//==================================================================================================
TruePeakLimiter::SlidingMinimum::SlidingMinimum (std::size_t windowLength)
    : ring (windowLength),
      window (windowLength)
{}

float TruePeakLimiter::SlidingMinimum::next (float value) noexcept REALTIME
{
    if (count > 0 && ring[first].expires == now)
    {
        first = (first + 1) % window;
        --count;
    }

    while (count > 0 && ring[(first + count - 1) % window].value >= value)
        --count; // a later and lower value outlives it

    ring[(first + count) % window] = { value, now + window };
    ++count;
    ++now;
    return ring[first].value;
}

void TruePeakLimiter::SlidingMinimum::reset() noexcept REALTIME { first = count = now = 0; }

//==================================================================================================
TruePeakLimiter::SlidingMean::SlidingMean (std::size_t windowLength)
    : ring (windowLength, 1.0f),
      sum (static_cast<double> (windowLength))
{}

float TruePeakLimiter::SlidingMean::next (float value) noexcept REALTIME
{
    sum += static_cast<double> (value) - static_cast<double> (ring[position]);
    ring[position] = value;
    position = position + 1 == ring.size() ? 0 : position + 1;
    return static_cast<float> (sum / static_cast<double> (ring.size()));
}

void TruePeakLimiter::SlidingMean::reset() noexcept REALTIME
{
    std::fill (ring.begin(), ring.end(), 1.0f);
    sum = static_cast<double> (ring.size());
    position = 0;
}

} // namespace dsp
