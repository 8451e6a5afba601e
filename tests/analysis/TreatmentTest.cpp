// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Treatment.h"

#include "dsp/AudioBuffer.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

namespace analysis
{
namespace
{

constexpr units::SampleRate rate { 48000 };

/** A second of a sine, the right channel times a factor. */
dsp::AudioBuffer sine (double hertz, float right)
{
    dsp::AudioBuffer buffer (2, 48000);

    for (std::size_t i = 0; i < 48000; ++i)
    {
        const double phase = 2.0 * std::numbers::pi * hertz * static_cast<double> (i) / 48000.0;
        buffer.block().channel (0)[i] = static_cast<float> (0.1 * std::sin (phase));
        buffer.block().channel (1)[i] = right * buffer.block().channel (0)[i];
    }

    return buffer;
}

/** Level of the left channel's second half, against the untreated sine's. */
double changeDb (double hertz, float right, const Treatment& treatment)
{
    auto treated = sine (hertz, right);
    treat (treated.block(), treatment, rate);
    double power = 0.0;

    for (std::size_t i = 24000; i < 48000; ++i)
        power += std::pow (treated.block().channel (0)[i], 2.0);

    return 10.0 * std::log10 (power / (24000.0 * 0.005));
}

using Kind = Treatment::Kind;

TEST (Treatment, aShelfLiftsWhatIsBelow)
{
    const Treatment shelf { Kind::lowShelf, 150.0, 6.0 };
    EXPECT_NEAR (changeDb (20.0, 1.0f, shelf), 6.0, 0.3);
    EXPECT_NEAR (changeDb (2000.0, 1.0f, shelf), 0.0, 0.1);
}

TEST (Treatment, monoBelowTakesOnlyTheLowSide)
{
    const Treatment mono { Kind::monoBelow, 120.0 };
    EXPECT_LT (changeDb (50.0, -1.0f, mono), -25.0);
    EXPECT_NEAR (changeDb (50.0, 1.0f, mono), 0.0, 0.01);
    EXPECT_NEAR (changeDb (1000.0, -1.0f, mono), 0.0, 0.1);
}

TEST (Treatment, sideGainLeavesTheMiddle)
{
    const Treatment narrower { Kind::sideGain, 0.0, -6.0 };
    EXPECT_NEAR (changeDb (500.0, -1.0f, narrower), -6.0, 0.01);
    EXPECT_NEAR (changeDb (500.0, 1.0f, narrower), 0.0, 0.01);
}

TEST (Treatment, isNamedAsAMusicianWould)
{
    EXPECT_EQ (treatmentName ({ Kind::peak, 3200.0, -2.0 }), "-2 dB at 3.2 kHz");
    EXPECT_EQ (treatmentName ({ Kind::lowShelf, 120.0, 3.0 }), "+3 dB below 120 Hz");
    EXPECT_EQ (treatmentName ({ Kind::monoBelow, 120.0 }), "mono below 120 Hz");
}

} // namespace
} // namespace analysis
