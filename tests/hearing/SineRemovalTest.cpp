// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/SineRemoval.h"

#include "dsp/AudioBuffer.h"
#include "dsp/RandomNumbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

namespace hearing
{
namespace
{

constexpr units::SampleRate rate { 48000 };

dsp::AudioBuffer sampled (double seconds, const std::function<double (double)>& at)
{
    dsp::AudioBuffer buffer { 1, rate.framesIn ({ seconds }) };

    for (std::size_t i = 0; i < buffer.numFrames(); ++i)
        buffer.channel (0)[i] = static_cast<float> (at (static_cast<double> (i) / rate.hertz));

    return buffer;
}

double sine (double hz, double seconds) { return std::sin (2.0 * std::numbers::pi * hz * seconds); }

double sumOf (const std::vector<PartialPower>& powers, double lowHz, double highHz)
{
    double sum = 0.0;

    for (const auto& [hz, power] : powers)
        sum += hz > lowHz && hz < highHz ? power : 0.0;

    return sum;
}

/** What is left of the power when ten harmonics are taken out, in dB, over all frames well inside. */
double leftDb (const dsp::AudioBuffer& audio, double f0Hz)
{
    BassFrames frames { 1, rate };
    std::size_t frame = 0;
    double before = 0.0;
    double after = 0.0;

    frames.process (audio.block(), [&] (const BassSpectrum& spectrum) {
        if (frame++ < 3)
            return;

        SineRemoval removal { spectrum };
        before += sumOf (removal.remainder(), 0.5 * f0Hz, 10.5 * f0Hz);

        for (int n = 1; n <= 10; ++n)
            removal.remove (n * f0Hz);

        after += sumOf (removal.remainder(), 0.5 * f0Hz, 10.5 * f0Hz);
    });

    return 10.0 * std::log10 (after / before);
}

TEST (SineRemoval, leavesNothingOfSteadySines)
{
    for (const double f0 : { 31.0, 55.0, 98.3 })
        EXPECT_LT (leftDb (sampled (2.0,
                                    [&] (double t) {
                                        return 0.1 * sine (f0, t) + 0.05 * sine (2.0 * f0, t)
                                               + 0.02 * sine (7.0 * f0, t);
                                    }),
                           f0),
                   -40.0)
            << f0;
}

TEST (SineRemoval, leavesLittleOfOnesThatDieAway)
{
    // By 60 dB in 0.7 s, as a plucked string's third harmonic.
    const auto audio = sampled (
        1.0, [] (double t) { return std::exp (-10.0 * t) * (sine (55.0, t) + sine (165.0, t)); });
    EXPECT_LT (leftDb (audio, 55.0), -20.0);
}

TEST (SineRemoval, leavesNoiseAsLoudAsItWas)
{
    dsp::RandomNumbers random { 3 };
    const auto audio = sampled (20.0, [&] (double) { return 0.1 * random.gaussian(); });

    for (const double f0 : { 31.0, 41.2, 60.0, 110.0 })
        EXPECT_NEAR (leftDb (audio, f0), 0.0, 0.5) << f0;
}

TEST (SineRemoval, takesAsMuchAsItSays)
{
    const auto audio = sampled (2.0, [] (double t) { return 0.1 * sine (55.0, t); });
    BassFrames frames { 1, rate };
    std::size_t frame = 0;

    frames.process (audio.block(), [&] (const BassSpectrum& spectrum) {
        if (frame++ > 3)
        {
            EXPECT_NEAR (SineRemoval { spectrum }.remove (55.0), 0.005, 0.00005);
        }
    });

    EXPECT_GT (frame, 10u);
}

} // namespace
} // namespace hearing
