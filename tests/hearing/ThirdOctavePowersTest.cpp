// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/ThirdOctavePowers.h"

#include "hearing/ProgrammeSounds.h"
#include "hearing/ZwickerLoudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace hearing
{
namespace
{

TEST (ThirdOctavePowers, leadToTheLoudnessOfTheSound)
{
    // Full scale of a sine is 3 dB below that of an RMS.
    constexpr double fullScaleDbSpl = 103.0103;
    constexpr double onePercent = 0.01;

    for (const int hertz : { 8000, 44100, 48000 })
        for (const auto field : { SoundField::free, SoundField::diffuse })
        {
            const units::SampleRate rate { hertz };

            for (const auto& sound :
                 { restlessSound (1, 4.0, rate), musicLike (4.0, rate), speechLike (4.0, rate) })
            {
                const auto whole =
                    zwickerLoudness (sound.block(), rate, { { 100.0 }, field }).front();
                const auto cut = loudnessOfPowers (
                    thirdOctavePowers (sound.channel (0), rate), fullScaleDbSpl, field);
                ASSERT_EQ (cut.sone.size(), whole.sone.size()) << hertz;

                const double n5 = whole.exceeded (5.0);
                ASSERT_GT (n5, 5.0);
                EXPECT_NEAR (cut.exceeded (5.0), n5, onePercent * n5) << hertz;
                EXPECT_NEAR (cut.exceeded (50.0), whole.exceeded (50.0), onePercent * n5) << hertz;
            }
        }
}

TEST (ThirdOctavePowers, areTheMeanSquareOfASine)
{
    constexpr units::SampleRate rate { 48000 };
    std::vector<float> sine (48000);

    for (std::size_t n = 0; n < sine.size(); ++n)
        sine[n] = 0.5f
                  * static_cast<float> (
                      std::sin (2.0 * std::numbers::pi * 1000.0 * static_cast<double> (n) / 48000));

    const auto powers = thirdOctavePowers (sine, rate);
    ASSERT_EQ (powers.size(), 500u);
    constexpr std::size_t around1kHz = 16;
    EXPECT_NEAR (powers[400][around1kHz], 0.125f, 0.003f);
    EXPECT_LT (powers[400][around1kHz + 5], 1e-4f);
}

TEST (ThirdOctavePowers, areNoneOfNothingAndZeroOfSilenceAndOfWhatIsNoNumber)
{
    constexpr units::SampleRate rate { 48000 };
    EXPECT_TRUE (thirdOctavePowers ({}, rate).empty());
    EXPECT_TRUE (loudnessOfPowers ({}, 100.0, SoundField::free).sone.empty());

    const std::vector<float> broken (4800, std::numeric_limits<float>::quiet_NaN());
    const auto powers = thirdOctavePowers (broken, rate);
    ASSERT_EQ (powers.size(), 50u);

    for (const auto& frame : powers)
        EXPECT_EQ (frame, ThirdOctavePowers {});

    EXPECT_EQ (loudnessOfPowers (powers, 100.0, SoundField::free).maximum(), 0.0);
}

} // namespace
} // namespace hearing
