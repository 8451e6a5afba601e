// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Reverberation.h"

#include "dsp/AudioBuffer.h"
#include "monitoring/Between.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <span>

namespace monitoring
{

namespace
{

using hearing::numThirdOctaves;
using hearing::ThirdOctavePowers;
using Powers = Reverberation::Powers;

constexpr units::Seconds noiseLength { 5.0 };

// Until the lowest filters have settled.
constexpr std::size_t settlingFrames = hearing::powersPerSecond / 2;

// Two outputs hear parts of the noise that are so far apart: 2 s.
constexpr std::size_t framesApart = 2 * hearing::powersPerSecond;

// 2 ms in a frame, 8 in a step.
constexpr std::size_t framesPerStep = 4;
static_assert (EnergyDecay::step.value * hearing::powersPerSecond == framesPerStep);

dsp::AudioBuffer twoNoises (units::SampleRate rate)
{
    dsp::AudioBuffer noises (2, rate.framesIn (noiseLength));
    std::mt19937 random { 7 };
    std::normal_distribution<float> normal;

    for (std::size_t c = 0; c < 2; ++c)
        std::ranges::generate (noises.channel (c), [&] { return normal (random); });

    return noises;
}

float meanOf (const Powers& powers, std::size_t band)
{
    float sum = 0.0f;

    for (const auto& frame : powers)
        sum += frame[band];

    return sum / static_cast<float> (powers.size());
}

void scale (Powers& powers, std::size_t band, float by)
{
    for (auto& frame : powers)
        frame[band] *= by;
}

// How unsteady a sound is, is asked so often: every quarter of a second.
constexpr std::size_t framesPerStretch = hearing::powersPerSecond / 4;

/** Of some powers re their mean, squared. */
float relativeVariance (std::span<const ThirdOctavePowers> powers, std::size_t band)
{
    float sum = 0.0f;
    float squares = 0.0f;

    for (const auto& frame : powers)
    {
        sum += frame[band];
        squares += frame[band] * frame[band];
    }

    const auto count = static_cast<float> (powers.size());
    return sum > 0.0f ? std::max (0.0f, count * squares / (sum * sum) - 1.0f) : 0.0f;
}

/** Means over the steps of a decay. */
Powers stepsOf (const Powers& powers)
{
    Powers steps ((powers.size() + framesPerStep - 1) / framesPerStep, ThirdOctavePowers {});

    for (std::size_t frame = 0; frame < powers.size(); ++frame)
        for (std::size_t band = 0; band < numThirdOctaves; ++band)
            steps[frame / framesPerStep][band] += powers[frame][band] / framesPerStep;

    return steps;
}

/** What comes later, step by step. */
Powers laterThan (const Powers& steps, const EnergyDecay& decay)
{
    Powers later (steps.size(), ThirdOctavePowers {});

    for (std::size_t step = 0; step < steps.size(); ++step)
        for (std::size_t k = 0; k < std::min (decay.later.size(), step); ++k)
            for (std::size_t band = 0; band < numThirdOctaves; ++band)
                later[step][band] += decay.later[k][band] * steps[step - k - 1][band];

    return later;
}

/** What comes at once. */
ThirdOctavePowers directShare (const EnergyDecay& decay)
{
    ThirdOctavePowers share;
    share.fill (1.0f);

    for (const auto& step : decay.later)
        for (std::size_t band = 0; band < numThirdOctaves; ++band)
            share[band] = std::max (0.0f, share[band] - step[band]);

    return share;
}

} // namespace

Reverberation::Reverberation (units::SampleRate rate)
{
    auto noise = stereoPowers (twoNoises (rate).block(), rate);

    for (auto* powers : { &noise.left, &noise.right, &noise.cross })
        powers->erase (powers->begin(), powers->begin() + settlingFrames);

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        const float left = meanOf (noise.left, band);
        const float right = meanOf (noise.right, band);

        // Above Nyquist there is nothing.
        if (left > 0.0f && right > 0.0f)
        {
            scale (noise.right, band, 1.0f / right);
            scale (noise.cross, band, 1.0f / std::sqrt (left * right));
        }
    }

    alone = std::move (noise.right);
    meeting = std::move (noise.cross);

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
        variance[band] = relativeVariance (alone, band);
}

/** In stretches: 0 for a steady tone, 1 for noise and whatever is as unsteady. */
Powers Reverberation::unsteadinessOf (const Powers& powers) const
{
    Powers unsteadiness;

    for (std::size_t first = 0; first < powers.size(); first += framesPerStretch)
    {
        const auto stretch = std::span { powers }.subspan (
            first, std::min (framesPerStretch, powers.size() - first));
        auto& here = unsteadiness.emplace_back (ThirdOctavePowers {});

        for (std::size_t band = 0; band < numThirdOctaves; ++band)
            if (variance[band] > 0.0f)
                here[band] = std::sqrt (
                    std::min (1.0f, relativeVariance (stretch, band) / variance[band]));
    }

    return unsteadiness;
}

void Reverberation::spread (Powers& powers, const EnergyDecay& decay, std::size_t output) const
{
    if (powers.empty() || decay.later.empty())
        return;

    const auto later = laterThan (stepsOf (powers), decay);
    const auto share = directShare (decay);
    const auto unsteadiness = unsteadinessOf (powers);

    for (std::size_t frame = 0; frame < powers.size(); ++frame)
    {
        const auto steps = between ((static_cast<double> (frame) + 0.5) / framesPerStep - 0.5,
                                    later.size());
        const auto noise = (frame + output * framesApart) % alone.size();

        for (std::size_t band = 0; band < numThirdOctaves; ++band)
        {
            // |d + r|² = |d|² + |r|² + 2 Re (d · conj (r))
            const float direct = share[band] * powers[frame][band];
            const float reverberant = steps.of (later[steps.before][band],
                                                later[steps.after][band]);
            const float noisy = unsteadiness[frame / framesPerStretch][band];
            const float sum = direct + reverberant * (1.0f + noisy * (alone[noise][band] - 1.0f))
                              + 2.0f * noisy * std::sqrt (direct * reverberant)
                                    * meeting[noise][band];
            powers[frame][band] = std::max (0.0f, sum);
        }
    }
}

} // namespace monitoring
