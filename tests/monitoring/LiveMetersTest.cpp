// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LiveMeters.h"

#include "support/Signals.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <functional>
#include <numbers>

namespace monitoring
{
namespace
{

using support::Signal;

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t second = 48000;

Signal sine (double amplitude, double rightPolarity = 1.0)
{
    Signal signal (2, std::vector<double> (second));

    for (std::size_t n = 0; n < second; ++n)
    {
        signal[0][n] = amplitude
                       * std::sin (2.0 * std::numbers::pi * 1000.0 * static_cast<double> (n)
                                   / rate.hertz);
        signal[1][n] = rightPolarity * signal[0][n];
    }

    return signal;
}

class LiveMetersTest : public testing::Test
{
protected:
    /** Waits until all of it was analysed. */
    const MeterReadings& show (FrameRing& tap, const Signal& signal, int times = 1)
    {
        const auto buffer = support::toBuffer (signal);
        const auto sound = &tap == &master ? &MeterReadings::master : &MeterReadings::heard;
        const auto before = (meters.latest().*sound).framesAnalysed;

        for (int i = 0; i < times; ++i)
        {
            waitFor ([&] { return tap.numFree() >= second; });
            EXPECT_EQ (tap.write (buffer.block()), second);
        }

        const auto all = before + second * static_cast<std::uint64_t> (times);
        waitFor ([&] { return (meters.latest().*sound).framesAnalysed == all; });
        return meters.latest();
    }

    static void waitFor (const std::function<bool()>& isTrue)
    {
        while (! isTrue())
            std::this_thread::sleep_for (std::chrono::milliseconds (1));
    }

    FrameRing master { 2, second };
    FrameRing heard { 2, second };
    LiveMeters meters { master, heard, rate };
};

TEST_F (LiveMetersTest, readLoudnessAndPeakOfBothSounds)
{
    show (master, sine (0.1), 4);
    const auto& now = show (heard, sine (0.05), 4);

    // EBU Tech 3341: a stereo sine of 1 kHz reads its peak level in LUFS.
    EXPECT_NEAR (now.master.loudness.momentary->value, -20.0, 0.1);
    EXPECT_NEAR (now.master.loudness.shortTerm->value, -20.0, 0.1);
    EXPECT_NEAR (now.master.loudness.integrated->value, -20.0, 0.1);
    EXPECT_NEAR (now.master.sinceReset.truePeakDbtp->value(), -20.0, 0.1);
    EXPECT_NEAR (now.master.bandsDb[16], -20.0, 0.1);
    EXPECT_NEAR (now.heard.loudness.integrated->value, -26.0, 0.1);
    EXPECT_NEAR (now.heard.bandsDb[16], -26.0, 0.1);
}

TEST_F (LiveMetersTest, correlateLeftAndRightOfTheMaster)
{
    EXPECT_FALSE (meters.latest().correlation);
    EXPECT_NEAR (*show (master, sine (0.1)).correlation, 1.0f, 1e-3f);
    EXPECT_NEAR (*show (master, sine (0.1, -1.0), 4).correlation, -1.0f, 1e-3f);
    EXPECT_NEAR (*show (master, support::noise (2, second, 1), 4).correlation, 0.0f, 0.05f);
}

TEST_F (LiveMetersTest, beginAnewWhenAskedTo)
{
    show (master, sine (0.5));
    EXPECT_NEAR (meters.latest().master.sinceReset.truePeakDbtp->value(), -6.0, 0.1);
    meters.reset();
    waitFor ([&] { return meters.latest().timesReset == 1; });
    EXPECT_FALSE (meters.latest().master.sinceReset.truePeakDbtp) << "though nothing else plays";
    const auto& now = show (master, sine (0.05));
    EXPECT_NEAR (now.master.sinceReset.truePeakDbtp->value(), -26.0, 0.2);
    EXPECT_NEAR (now.master.loudness.integrated->value, -26.0, 0.2);
}

} // namespace
} // namespace monitoring
