// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessChannel.h"

#include "hearing/CoreLoudness.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace hearing
{
namespace
{

// The slowest filter, around 25 Hz, rings with a time constant of 0.14 s: after this time it is 300 dB
// down.
constexpr units::Seconds rest { 5.0 };

// A loudness that nothing shows any more, in sone/Bark.
constexpr float forgotten = 1e-9f;

float bounded (float sample)
{
    constexpr float limit = 1000.0f;
    const float size = std::abs (sample);

    if (size <= limit)
        return sample;

    return std::isfinite (sample) ? std::copysign (limit, sample) : 0.0f;
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

void LoudnessChannel::add (std::span<const float> block)
{
    const auto before = samples.size();
    samples.resize (before + block.size());
    std::transform (block.begin(),
                    block.end(),
                    samples.begin() + static_cast<std::ptrdiff_t> (before),
                    bounded);
}

void LoudnessChannel::filterBatch (const LoudnessSetup& setup, const FrameStarts& frames)
{
    heard = filter (setup, frames);

    if (! heard)
        powers = {};
}

void LoudnessChannel::join (const LoudnessChannel& other)
{
    if (! other.heard)
        return;

    heard = true;

    for (std::size_t f = 0; f < std::size (powers.frames); ++f)
        std::ranges::transform (powers.frames[f],
                                other.powers.frames[f],
                                std::begin (powers.frames[f]),
                                std::plus<> {});
}

void LoudnessChannel::finishBatch (const LoudnessSetup& setup, const FrameStarts& frames)
{
    if (heard)
        setup.arithmetic.core (setup.loudness, powers, core, frames.numFrames);
    else
        core = {};

    for (std::size_t f = 0; f < frames.numFrames; ++f)
        if (float& lowest = core.frames[f][0]; lowest > 0.0f)
            lowest *= static_cast<float> (lowestBandWeight (lowest));

    if (decay (setup, frames.numFrames))
        setup.arithmetic.slopes (setup.slopes, core, total);
    else
        total = {};
}

/** @returns false if there is no sound at all */
bool LoudnessChannel::filter (const LoudnessSetup& setup, const FrameStarts& frames)
{
    const std::size_t numSamples = samples.size() - samplesBefore;
    fine.resize (numSamples);
    coarse.resize (numSamples);
    setup.arithmetic.difference (
        samples.data() + samplesBefore, numSamples, fine.data(), coarse.data());
    samples.erase (samples.begin(), samples.end() - samplesBefore);

    const auto lastSound = std::find_if (
        fine.rbegin(), fine.rend(), [] (double value) { return value != 0.0; });
    const auto quietAtEnd = static_cast<std::size_t> (lastSound - fine.rbegin());
    quietSamples = quietAtEnd == numSamples ? quietSamples + numSamples : quietAtEnd;

    if (quietSamples >= setup.samplesUntilRest + numSamples)
    {
        filters = {};
        return false;
    }

    setup.arithmetic.filter (
        setup.filters, filters, { fine.data(), coarse.data() }, frames, powers);
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
