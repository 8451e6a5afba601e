// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/RunningBandLevels.h"

#include "support/Signals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace hearing
{
namespace
{

using support::Signal;

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t oneKilohertz = 16;

Signal sine (double frequencyHz, std::size_t numFrames, units::SampleRate at = rate)
{
    Signal signal (2, std::vector<double> (numFrames));

    for (auto& channel : signal)
        for (std::size_t n = 0; n < numFrames; ++n)
            channel[n] = 0.1
                         * std::sin (2.0 * std::numbers::pi * frequencyHz * static_cast<double> (n)
                                     / at.hertz);

    return signal;
}

RunningBandLevels::Levels levelsOf (const Signal& signal, units::SampleRate at = rate)
{
    RunningBandLevels levels { signal.size(), at };
    const auto buffer = support::toBuffer (signal);
    levels.process (buffer.block());
    return levels.levelsDb();
}

TEST (RunningBandLevels, readASineAtTheMiddleOfItsBandAtAnyRate)
{
    for (const int hertz : { 44100, 48000, 96000, 192000 })
        for (const std::size_t band : { 3u, 16u, 25u }) // 50 Hz, 1 kHz, 8 kHz
        {
            const units::SampleRate at { hertz };
            const auto numFrames = 4 * static_cast<std::size_t> (hertz);
            const auto levels = levelsOf (sine (RunningBandLevels::centreHz (band), numFrames, at),
                                          at);

            // Two channels of 0.1² / 2; below 100 Hz the window's flanks reach into the neighbours.
            EXPECT_NEAR (levels[band], -20.0f, band == 3 ? 0.4f : 0.05f) << hertz << " " << band;

            if (band != 3)
            {
                EXPECT_LT (levels[band - 2], -60.0f) << hertz << " " << band;
            }
        }
}

TEST (RunningBandLevels, giveEachBandOfWhiteNoiseItsShareOfBandwidth)
{
    const auto levels = levelsOf (support::noise (2, 10 * 48000, 3));

    for (std::size_t band = 9; band < RunningBandLevels::numBands; ++band) // from 200 Hz
    {
        const dsp::ThirdOctave which { static_cast<int> (band) - 16 };
        const double bandwidth = which.highHz() - which.lowHz();
        const double share = bandwidth / (rate.hertz / 2.0);

        // A level's standard deviation over about 0.6 s of two channels: 4.34 dB / √(2 B T).
        const double deviation = 4.34 / std::sqrt (2.0 * bandwidth * 0.6);
        EXPECT_NEAR (levels[band], 10.0 * std::log10 (2.0 * share), 3.5 * deviation)
            << which.centreHz();
    }
}

TEST (RunningBandLevels, doNotDependOnHowTheProgrammeIsCut)
{
    const auto signal = sine (1000.0, 48000);
    const auto whole = levelsOf (signal);
    RunningBandLevels inPieces { 2, rate };
    const auto buffer = support::toBuffer (signal);

    for (std::size_t done = 0; done < 48000; done += 480)
        inPieces.process (buffer.block().slice (done, 480));

    EXPECT_EQ (inPieces.levelsDb(), whole);
}

TEST (RunningBandLevels, forgetWhatIsLongGone)
{
    auto signal = sine (1000.0, 4 * 48000);

    for (auto& channel : signal)
        std::fill (channel.begin() + 48000, channel.end(), 0.0);

    EXPECT_LT (levelsOf (signal)[oneKilohertz], -50.0f);
}

TEST (RunningBandLevels, takeWhatIsNotFiniteForSilence)
{
    Signal broken (2, std::vector<double> (96000, std::numeric_limits<double>::quiet_NaN()));

    for (const float level : levelsOf (broken))
        EXPECT_EQ (level, -200.0f);

    EXPECT_NEAR (levelsOf (sine (1000.0, 96000))[oneKilohertz], -20.0f, 0.1f);
}

} // namespace
} // namespace hearing
