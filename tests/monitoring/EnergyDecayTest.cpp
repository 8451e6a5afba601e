// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/EnergyDecay.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace monitoring
{
namespace
{

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t around1kHz = 16;

TEST (EnergyDecay, fallsAsTheRoomDoes)
{
    // Noise that falls by 60 dB in 0.4 s: by 1.2 dB in a step.
    dsp::TransferMatrix matrix { 1, 2, rate.framesIn ({ 0.4 }), rate };
    std::mt19937 random { 4 };
    std::normal_distribution<double> normal;

    for (std::size_t input = 0; input < 2; ++input)
        for (std::size_t n = 0; n < matrix.numTaps(); ++n)
            matrix.path (0, input)[n] = normal (random)
                                        * std::pow (10.0, -3.0 * static_cast<double> (n) / 19200.0);

    const auto decay = energyDecay (matrix, 0);
    ASSERT_GT (decay.later.size(), 25u);

    // Two stretches of ten steps, for each step by itself is noise.
    float early = 0.0f;
    float late = 0.0f;

    for (std::size_t step = 0; step < 10; ++step)
    {
        early += decay.later[step][around1kHz];
        late += decay.later[step + 10][around1kHz];
    }

    EXPECT_NEAR (10.0f * std::log10 (early / late), 12.0f, 1.5f);
    EXPECT_LT (early + late, 1.0f) << "the strongest step is not in it";
}

TEST (EnergyDecay, isNoneOfWhatComesAtOnceHoweverLate)
{
    dsp::TransferMatrix matrix { 2, 2, 4800, rate };
    matrix.path (0, 0)[4000] = 0.5;
    EXPECT_TRUE (energyDecay (matrix, 0).later.empty());
    EXPECT_TRUE (energyDecay (matrix, 1).later.empty()) << "silence";
}

TEST (EnergyDecay, tellsHowMuchAnEchoHas)
{
    dsp::TransferMatrix matrix { 1, 2, 4800, rate };
    matrix.path (0, 1)[100] = 1.0;
    matrix.path (0, 1)[100 + 3 * 384] = 0.5;
    const auto decay = energyDecay (matrix, 0);
    ASSERT_EQ (decay.later.size(), 3u);

    for (std::size_t band = 0; band < hearing::numThirdOctaves; ++band)
    {
        EXPECT_EQ (decay.later[0][band], 0.0f);
        EXPECT_NEAR (decay.later[2][band], 0.2f, 1e-6f);
    }
}

} // namespace
} // namespace monitoring
