// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Reverberation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace monitoring
{
namespace
{

using Powers = Reverberation::Powers;

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t around1kHz = 16;
constexpr std::size_t framesPerStep = 4; // 2 ms in a frame, 8 in a step

hearing::ThirdOctavePowers all (float power)
{
    hearing::ThirdOctavePowers powers;
    powers.fill (power);
    return powers;
}

/** A room that falls by 60 dB in 0.5 s, and half of whose energy comes at once. */
EnergyDecay roomDecay()
{
    constexpr double perStep = 0.8; // 10^(−6 · 0.008 / 0.5)
    EnergyDecay decay;

    for (int step = 0; step < 60; ++step)
        decay.later.push_back (
            all (static_cast<float> (0.5 * (1.0 - perStep) * std::pow (perStep, step))));

    return decay;
}

/** One echo. */
EnergyDecay echo (float share, std::size_t steps)
{
    EnergyDecay decay;
    decay.later.resize (steps, all (0.0f));
    decay.later.back() = all (share);
    return decay;
}

/** Powers of noise, as exponentials whose neighbours are independent. */
Powers noisy (std::size_t frames)
{
    std::mt19937 random { 3 };
    std::exponential_distribution<float> power;
    Powers powers;

    for (std::size_t frame = 0; frame < frames; ++frame)
        powers.push_back (all (power (random)));

    return powers;
}

Powers spreadOver (Powers powers, const EnergyDecay& decay, std::size_t output = 0)
{
    static const Reverberation reverberation { rate };
    reverberation.spread (powers, decay, output);
    return powers;
}

double meanOf (const Powers& powers, std::size_t first = 0)
{
    double sum = 0.0;

    for (std::size_t frame = first; frame < powers.size(); ++frame)
        sum += static_cast<double> (powers[frame][around1kHz]);

    return sum / static_cast<double> (powers.size() - first);
}

TEST (Reverberation, leavesWhatDoesNotReverberateAsItIs)
{
    const auto sound = noisy (100);
    EXPECT_EQ (spreadOver (sound, {}), sound);
    EXPECT_TRUE (spreadOver ({}, roomDecay()).empty());
}

TEST (Reverberation, makesSilenceOfSilence)
{
    const Powers silence (1000, all (0.0f));
    EXPECT_EQ (spreadOver (silence, roomDecay()), silence);
}

TEST (Reverberation, leavesASteadyToneSteady)
{
    const Powers tone (1000, all (0.25f));
    const auto heard = spreadOver (tone, roomDecay());

    // Once the room is full.
    for (std::size_t frame = 500; frame < heard.size(); ++frame)
        ASSERT_NEAR (heard[frame][around1kHz], 0.25f, 1e-4f) << frame;
}

TEST (Reverberation, keepsTheEnergyOfNoise)
{
    const auto heard = spreadOver (noisy (20000), roomDecay());
    EXPECT_NEAR (meanOf (heard, 500), 1.0, 0.05);
}

TEST (Reverberation, fillsThePauseAfterAStroke)
{
    Powers stroke (600, all (0.0f));
    std::fill_n (stroke.begin(), 2 * framesPerStep, all (1.0f));
    const auto heard = spreadOver (stroke, roomDecay());

    double early = 0.0;
    double late = 0.0;

    // Two stretches 0.1 s apart: the room falls by 12 dB in that time.
    for (std::size_t frame = 0; frame < 50; ++frame)
    {
        early += static_cast<double> (heard[16 + frame][around1kHz]);
        late += static_cast<double> (heard[66 + frame][around1kHz]);
    }

    EXPECT_NEAR (10.0 * std::log10 (early / late), 12.0, 1.5);
    EXPECT_NEAR (heard[0][around1kHz], 0.5f, 1e-3f) << "half comes at once";
}

TEST (Reverberation, bringsAnEchoWhenItIsDue)
{
    constexpr std::size_t steps = 20;
    Powers stroke (400, all (0.0f));
    std::fill_n (stroke.begin(), framesPerStep, all (1.0f));
    const auto heard = spreadOver (stroke, echo (0.25f, steps));
    const auto loudest = std::ranges::max_element (
        heard.begin() + framesPerStep, heard.end(), {}, [] (const auto& frame) {
            return frame[around1kHz];
        });

    // Between steps it is interpolated: over a step before and one after.
    EXPECT_NEAR (static_cast<double> (loudest - heard.begin()),
                 (steps + 0.5) * framesPerStep,
                 framesPerStep);
    EXPECT_GT ((*loudest)[around1kHz], 0.05f);
    EXPECT_EQ (heard[(steps - 1) * framesPerStep][around1kHz]
                   + heard[(steps + 2) * framesPerStep][around1kHz],
               0.0f);
}

TEST (Reverberation, isAnotherNoiseAtTheOtherEar)
{
    const auto sound = noisy (2000);
    const auto left = spreadOver (sound, roomDecay(), 0);
    const auto right = spreadOver (sound, roomDecay(), 1);
    EXPECT_NE (left, right);
    EXPECT_EQ (left, spreadOver (sound, roomDecay(), 0)) << "and each always the same";
}

TEST (Reverberation, isNeverNegativeNorInfinite)
{
    auto sound = noisy (2000);

    // Loud and soft in turn, up to what single precision can square.
    for (std::size_t frame = 0; frame < sound.size(); frame += 3)
        sound[frame] = all (frame % 2 == 0 ? 1e12f : 1e-12f);

    for (const auto& frame : spreadOver (sound, roomDecay()))
        ASSERT_TRUE (std::ranges::all_of (
            frame, [] (float power) { return power >= 0.0f && std::isfinite (power); }));
}

} // namespace
} // namespace monitoring
