// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/ProgrammeDesk.h"

#include "support/AllocationGuard.h"
#include "support/IsCloseTo.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace monitoring
{
namespace
{

using namespace units::literals;
using support::Signal;

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t longest = 512;

Signal through (ProgrammeDesk& desk, const Signal& signal, const ProgrammeDesk::Setting& setting)
{
    auto buffer = support::toBuffer (signal);

    for (std::size_t done = 0; done < buffer.numFrames(); done += longest)
        desk.process (buffer.block().slice (done, std::min (longest, buffer.numFrames() - done)),
                      setting);

    return support::fromBlock (buffer.block());
}

TEST (ProgrammeDesk, routesLeftAndRightAsItsModesSay)
{
    const auto signal = support::noise (2, 4800, 1);
    const auto& left = signal[0];
    const auto& right = signal[1];
    const auto mixed = [&] (double ofLeft, double ofRight) {
        std::vector<double> sum (left.size());

        for (std::size_t n = 0; n < sum.size(); ++n)
            sum[n] = ofLeft * left[n] + ofRight * right[n];

        return sum;
    };
    const std::vector<std::pair<StereoMode, Signal>> expected {
        { StereoMode::stereo, { left, right } },
        { StereoMode::left, { left, left } },
        { StereoMode::right, { right, right } },
        { StereoMode::sum, { mixed (0.5, 0.5), mixed (0.5, 0.5) } },
        { StereoMode::side, { mixed (0.5, -0.5), mixed (0.5, -0.5) } },
        { StereoMode::swap, { right, left } },
        { StereoMode::invertRight, { left, mixed (0.0, -1.0) } },
    };

    for (const auto& [mode, sound] : expected)
    {
        ProgrammeDesk desk { rate, longest };
        const auto heard = through (desk, signal, { mode, {} });
        EXPECT_EQ (support::difference (support::part (heard, 1024, 3776),
                                        support::part (sound, 1024, 3776),
                                        -120.0_dB),
                   "")
            << static_cast<int> (mode);
    }
}

double gainDb (double frequencyHz, SoloBand band)
{
    ProgrammeDesk desk { rate, longest };
    Signal sine (2, std::vector<double> (48000));

    for (auto& channel : sine)
        for (std::size_t n = 0; n < channel.size(); ++n)
            channel[n] = std::sin (2.0 * std::numbers::pi * frequencyHz * static_cast<double> (n)
                                   / rate.hertz);

    const auto heard = through (desk, sine, { StereoMode::stereo, band });
    double power = 0.0;

    for (std::size_t n = 24000; n < 48000; ++n)
        power += heard[0][n] * heard[0][n];

    return 10.0 * std::log10 (power / 12000.0 + 1e-30);
}

TEST (ProgrammeDesk, cutsTheSpectrumWhereItsBandsMeet)
{
    const std::vector<double> edgesHz { 60.0, 250.0, 500.0, 2000.0, 6000.0 };

    for (std::size_t e = 0; e < edgesHz.size(); ++e)
    {
        const auto below = static_cast<SoloBand> (e);
        const auto above = static_cast<SoloBand> (e + 1);

        // Linkwitz and Riley: 6 dB down where two bands meet, 24 dB per octave beyond. The next edge
        // is an octave or more away and takes at most half a decibel more.
        EXPECT_NEAR (gainDb (edgesHz[e], below), -6.02, 0.6) << edgesHz[e];
        EXPECT_NEAR (gainDb (edgesHz[e], above), -6.02, 0.6) << edgesHz[e];
        EXPECT_LT (gainDb (2.0 * edgesHz[e], below), -23.0) << edgesHz[e];
        EXPECT_LT (gainDb (0.5 * edgesHz[e], above), -23.0) << edgesHz[e];
    }
}

TEST (ProgrammeDesk, changesWithoutAStepOrTheHeap)
{
    const Signal constant (2, std::vector<double> (48000, 0.5));
    auto buffer = support::toBuffer (constant);
    ProgrammeDesk desk { rate, longest };
    const support::AllocationGuard heap;
    const std::array modes {
        StereoMode::stereo, StereoMode::side, StereoMode::sum, StereoMode::invertRight
    };

    for (std::size_t block = 0; block < 48000 / 100; ++block)
        desk.process (buffer.block().slice (100 * block, 100),
                      { modes[(block / 7) % modes.size()], {} });

    const auto calls = heap.count();
    EXPECT_EQ (calls, 0u);

    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t n = 1; n < 48000; ++n)
            ASSERT_LT (std::abs (buffer.channel (c)[n] - buffer.channel (c)[n - 1]), 0.0035f)
                << "1 in 480 frames is the steepest";
}

} // namespace
} // namespace monitoring
