// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessChannel.h"

#include "hearing/CoreLoudness.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace hearing
{
namespace
{

// The slowest filter, around 25 Hz, rings with a time constant of 0.14 s: after this time it is 300 dB
// down.
constexpr units::Seconds rest { 5.0 };

// A loudness that nothing shows any more, in sone/Bark.
constexpr float forgotten = 1e-9f;

double bounded (float sample)
{
    constexpr float limit = 1000.0f;
    return std::isfinite (sample) ? std::clamp (sample, -limit, limit) : 0.0f;
}

template <std::size_t size>
bool allBelow (const float (&values)[size], float limit)
{
    return std::all_of (values, values + size, [=] (float value) { return value < limit; });
}

} // namespace

LoudnessSetup::LoudnessSetup (units::SampleRate rate,
                              units::SoundPressureLevel fullScale,
                              SoundField field,
                              const LoudnessArithmetic& loops)
    : filters (rate, fullScale),
      loudness (field),
      decay (decayNetwork()),
      arithmetic (loops),
      samplesUntilRest (rate.framesIn (rest))
{}

void LoudnessChannel::add (std::span<const float> samples)
{
    for (const float sample : samples)
    {
        const double now = bounded (sample);
        // (1 − z⁻²)³, exact in double; a constant gives 0.
        const double difference = now - 3.0 * history[1] + 3.0 * history[3] - history[5];
        std::copy_backward (history, history + 5, history + 6);
        history[0] = now;
        differences.push_back (difference);
        quietSamples = difference == 0.0 ? quietSamples + 1 : 0;
    }
}

void LoudnessChannel::filterBatch (const LoudnessSetup& setup, const FrameStarts& frames)
{
    heard = filter (setup, frames);
    differences.clear();
}

void LoudnessChannel::join (const LoudnessChannel& other)
{
    if (! other.heard)
        return;

    if (! std::exchange (heard, true))
        powers = {};

    for (std::size_t f = 0; f < std::size (powers.frames); ++f)
        std::ranges::transform (powers.frames[f],
                                other.powers.frames[f],
                                std::begin (powers.frames[f]),
                                std::plus<> {});
}

const CoreFrames& LoudnessChannel::finishBatch (const LoudnessSetup& setup,
                                                const FrameStarts& frames)
{
    if (heard)
        setup.arithmetic.core (setup.loudness, powers, core, frames.numFrames);
    else
        core = {};

    for (auto& frame : core.frames)
        if (frame[0] > 0.0f)
            frame[0] *= static_cast<float> (lowestBandWeight (frame[0]));

    silent = ! decay (setup, frames.numFrames);
    return core;
}

/** @returns false if there is no sound at all */
bool LoudnessChannel::filter (const LoudnessSetup& setup, const FrameStarts& frames)
{
    if (quietSamples >= setup.samplesUntilRest + differences.size())
    {
        filters = {};
        return false;
    }

    setup.arithmetic.filter (setup.filters, filters, differences.data(), frames, powers);
    return true;
}

/** @returns false if nothing is left */
bool LoudnessChannel::decay (const LoudnessSetup& setup, std::size_t numFrames)
{
    const bool quiet = std::all_of (core.frames, core.frames + numFrames, [] (const auto& frame) {
        return allBelow (frame, forgotten);
    });

    if (quiet && allBelow (decaying.output, forgotten) && allBelow (decaying.input, forgotten))
    {
        decaying = {};
        core = {};
        return false;
    }

    setup.arithmetic.decay (setup.decay, decaying, core, numFrames);
    return true;
}

} // namespace hearing
