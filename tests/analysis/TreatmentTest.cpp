// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Treatment.h"

#include "dsp/AudioBuffer.h"

#include <gmock/gmock.h>

#include <algorithm>
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

/** Mean square of the left channel's second half. */
double powerOf (const dsp::AudioBuffer& sound)
{
    double power = 0.0;

    for (std::size_t i = 24000; i < 48000; ++i)
        power += std::pow (static_cast<double> (sound.channel (0)[i]), 2.0);

    return power / 24000.0;
}

/** Level of the left channel's second half, against the untreated sine's. */
double changeDb (double hertz, float right, const Treatment& treatment)
{
    auto treated = sine (hertz, right);
    treat (treated.block(), treatment, rate);
    return 10.0 * std::log10 (powerOf (treated) / 0.005);
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

using Channel = Treatment::Channel;

/** The same of the right channel, which was as loud as the left. */
double changeOfRightDb (const Treatment& treatment)
{
    auto treated = sine (500.0, 1.0f);
    treat (treated.block(), treatment, rate);
    std::ranges::swap_ranges (treated.channel (0), treated.channel (1));
    return 10.0 * std::log10 (powerOf (treated) / 0.005);
}

TEST (Treatment, channelGainLeavesTheOtherChannel)
{
    const Treatment left { .kind = Kind::channelGain, .db = -3.0, .channel = Channel::left };
    EXPECT_NEAR (changeDb (500.0, 1.0f, left), -3.0, 0.01);
    EXPECT_NEAR (changeOfRightDb (left), 0.0, 0.01);

    const Treatment right { .kind = Kind::channelGain, .db = -3.0, .channel = Channel::right };
    EXPECT_NEAR (changeDb (500.0, 1.0f, right), 0.0, 0.01);
    EXPECT_NEAR (changeOfRightDb (right), -3.0, 0.01);
}

TEST (Treatment, anInversionUndoesAnother)
{
    auto turned = sine (500.0, -1.0f);
    treat (turned.block(), { .kind = Kind::inversion, .channel = Channel::right }, rate);
    EXPECT_TRUE (std::ranges::equal (turned.channel (0), turned.channel (1)));
}

TEST (Treatment, aDelayMakesOneChannelLaterByItsSamples)
{
    dsp::AudioBuffer clicks (2, 480);
    clicks.channel (0)[10] = clicks.channel (1)[346] = 1.0f;
    treat (
        clicks.block(), { .kind = Kind::delay, .channel = Channel::left, .seconds = 0.007 }, rate);
    EXPECT_TRUE (std::ranges::equal (clicks.channel (0), clicks.channel (1)));

    treat (
        clicks.block(), { .kind = Kind::delay, .channel = Channel::right, .seconds = 1.0 }, rate);
    EXPECT_THAT (clicks.channel (1), testing::Each (0.0f));
}

TEST (Treatment, isNamedAsAMusicianWould)
{
    EXPECT_EQ (treatmentName ({ Kind::peak, 3200.0, -2.0 }), "-2 dB at 3.2 kHz");
    EXPECT_EQ (treatmentName ({ Kind::lowShelf, 120.0, 3.0 }), "+3 dB below 120 Hz");
    EXPECT_EQ (treatmentName ({ Kind::monoBelow, 120.0 }), "mono below 120 Hz");
    EXPECT_EQ (treatmentName ({ .kind = Kind::channelGain, .db = -4.8 }),
               "-4.8 dB on the left channel");
    EXPECT_EQ (treatmentName ({ .kind = Kind::inversion, .channel = Channel::right }),
               "the right channel turned over");
    EXPECT_EQ (treatmentName ({ .kind = Kind::delay, .seconds = 0.00725 }),
               "the left channel 7.25 ms later");
    EXPECT_EQ (treatmentName ({ .kind = Kind::quietLift, .db = 6.0, .lufs = -38.0 }),
               "up to +6 dB where it is softer than -38 LUFS");
}

} // namespace
} // namespace analysis
