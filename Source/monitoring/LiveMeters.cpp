// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LiveMeters.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace monitoring
{

namespace
{

constexpr std::size_t blockFrames = 1024;
constexpr units::Seconds correlationTime { 0.3 };
constexpr double silence = 1e-12;

// As often as a display is drawn, and half as often as a tap is full.
constexpr std::chrono::milliseconds pause { 30 };

} // namespace

LiveMeters::Sound::Sound (FrameRing& from, units::SampleRate rate)
    : tap (from),
      loudness (2, rate),
      bands (2, rate)
{}

LiveMeters::LiveMeters (FrameRing& masterTap, FrameRing& heardTap, units::SampleRate at)
    : rate (at),
      master (masterTap, at),
      heard (heardTap, at),
      block (2, blockFrames),
      worker ([this] { work(); })
{}

LiveMeters::~LiveMeters()
{
    {
        const std::lock_guard lock { mutex };
        isEnding = true;
    }

    woken.notify_all();
    worker.join();
}

void LiveMeters::reset()
{
    ++resetsWanted;
    woken.notify_all();
}

void LiveMeters::work()
{
    std::unique_lock lock { mutex };

    while (! isEnding)
    {
        lock.unlock();
        const bool hasBegunAnew = beginAnewWhenAsked();
        const bool hasMore = analyse (master, now.master);
        const bool hasHeardMore = analyse (heard, now.heard);

        if (hasBegunAnew || hasMore || hasHeardMore)
            feed.publish (now);

        lock.lock();
        woken.wait_for (lock, pause, [this] { return isEnding || resetsWanted != now.timesReset; });
    }
}

bool LiveMeters::beginAnewWhenAsked()
{
    const auto wanted = resetsWanted.load();

    if (wanted == now.timesReset)
        return false;

    for (auto* sound : { &master, &heard })
    {
        sound->tap.skip (sound->tap.numReady());
        sound->loudness = hearing::LoudnessMeter { 2, rate };
    }

    for (auto* readings : { &now.master, &now.heard })
    {
        readings->loudness = {};
        readings->sinceReset = {};
    }

    now.timesReset = wanted;
    return true;
}

/** All that has come. @returns false when nothing has. */
bool LiveMeters::analyse (Sound& sound, SoundReadings& readings)
{
    std::size_t total = 0;

    while (const auto count = sound.tap.read (block.block()))
    {
        const auto part = std::as_const (block).block().slice (0, count);
        sound.loudness.process (part);
        sound.bands.process (part);
        total += count;

        if (&sound == &master)
            correlate (part);
    }

    if (total == 0)
        return false;

    readings.framesAnalysed += total;
    readings.loudness = sound.loudness.now();
    readings.sinceReset = sound.loudness.result();
    readings.bandsDb = sound.bands.levelsDb();
    return true;
}

void LiveMeters::correlate (dsp::ConstAudioBlock part)
{
    const double forgetting = std::exp (-1.0 / (correlationTime.value * rate.hertz));

    for (std::size_t n = 0; n < part.numFrames(); ++n)
    {
        const auto left = static_cast<double> (part.channel (0)[n]);
        const auto right = static_cast<double> (part.channel (1)[n]);
        leftPower = left * left + forgetting * leftPower;
        rightPower = right * right + forgetting * rightPower;
        product = left * right + forgetting * product;
    }

    const double power = std::sqrt (leftPower * rightPower);
    now.correlation = power > silence ? std::optional { static_cast<float> (product / power) }
                                      : std::nullopt;
}

} // namespace monitoring
