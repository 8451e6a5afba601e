// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LibEbur128.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "conformance/TestProgrammes.h"

/** The minimum requirements of EBU Tech 3341 on loudness that are defined in words; cases 7 and 8
    are recordings of programmes, which we do not have.
*/
namespace hearing
{
namespace
{

enum class Window
{
    momentary, ///< valid after 1 s
    shortTerm  ///< valid after 3 s
};

/** What the display shows, ten times a second, from when it is valid. */
void expectSteady (const std::vector<Tone>& parts, Window window, double lufs)
{
    const auto meter = heardBy ({ tones (parts), tones (parts) });
    const auto& points = meter.curve().points;
    const std::size_t first = window == Window::momentary ? 9 : 29;
    ASSERT_GT (points.size(), first);

    for (std::size_t n = first; n < points.size(); ++n)
        EXPECT_NEAR (window == Window::momentary ? points[n].momentaryLufs
                                                 : points[n].shortTermLufs,
                     lufs,
                     0.1)
            << "after " << static_cast<double> (n + 1) / LoudnessCurve::pointsPerSecond << " s";
}

void expectSteadyTone (double levelDbfs)
{
    const std::vector<Tone> tone { { levelDbfs, 20.0 } };
    const auto loudness = measuredTones (tone);
    expectIntegrated (loudness, levelDbfs);
    EXPECT_NEAR (loudness.maxMomentary->value, levelDbfs, 0.1);
    EXPECT_NEAR (loudness.maxShortTerm->value, levelDbfs, 0.1);
    expectSteady (tone, Window::momentary, levelDbfs);
    expectSteady (tone, Window::shortTerm, levelDbfs);
}

TEST (EbuTech3341, case1SteadyToneAtMinus23) { expectSteadyTone (-23.0); }

TEST (EbuTech3341, case2SteadyToneAtMinus33) { expectSteadyTone (-33.0); }

TEST (EbuTech3341, case3RelativeGate)
{
    expectIntegrated (measuredTones ({ { -36.0, 10.0 }, { -23.0, 60.0 }, { -36.0, 10.0 } }), -23.0);
}

TEST (EbuTech3341, case4AbsoluteGate)
{
    expectIntegrated (measuredTones ({ { -72.0, 10.0 },
                                       { -36.0, 10.0 },
                                       { -23.0, 60.0 },
                                       { -36.0, 10.0 },
                                       { -72.0, 10.0 } }),
                      -23.0);
}

TEST (EbuTech3341, case5PartsOfDifferentLoudness)
{
    expectIntegrated (measuredTones ({ { -26.0, 20.0 }, { -20.0, 20.1 }, { -26.0, 20.0 } }), -23.0);
}

TEST (EbuTech3341, case6FiveChannels)
{
    const auto at = [] (double level) { return tones ({ { level, 20.0 } }); };
    const auto loudness = measured (
        Channels { at (-28.0), at (-28.0), at (-24.0), at (-30.0), at (-30.0) });
    expectIntegrated (loudness, -23.0);
    EXPECT_NEAR (loudness.maxMomentary->value, -23.0, 0.1);
    EXPECT_NEAR (loudness.maxShortTerm->value, -23.0, 0.1);
}

TEST (EbuTech3341, integratedLoudnessIsLibebur128s)
{
    const auto silentThenLoud = repeated ({ { -72.0, 3.0 }, { -23.0, 4.1 }, { -36.0, 2.3 } }, 2);

    for (const auto& parts : { std::vector<Tone> { { -23.0, 20.0 } },
                               { { -36.0, 10.0 }, { -23.0, 20.0 }, { -36.0, 10.0 } },
                               { { -26.0, 20.0 }, { -20.0, 20.1 }, { -26.0, 20.0 } },
                               silentThenLoud })
    {
        const auto tone = tones (parts);
        dsp::AudioBuffer both { 2, tone.size() };
        std::ranges::copy (tone, both.channel (0).begin());
        std::ranges::copy (tone, both.channel (1).begin());
        EXPECT_NEAR (measuredTones (parts).integrated->value,
                     ebur128Loudness (both, { standardRate }),
                     0.001);
    }
}

TEST (EbuTech3341, case9ShortTermOfAlternatingLevels)
{
    const auto levels = repeated ({ { -20.0, 1.34 }, { -30.0, 1.66 } }, 5);
    EXPECT_NEAR (measuredTones (levels).maxShortTerm->value, -23.0, 0.1);
    expectSteady (levels, Window::shortTerm, -23.0);
}

TEST (EbuTech3341, case10ShortTermOfToneAtAnyOffset)
{
    for (int i = 0; i < 20; ++i)
    {
        const auto loudness = measuredTones (
            { { silent, 0.15 * i }, { -23.0, 3.0 }, { silent, 1.0 } });
        EXPECT_NEAR (loudness.maxShortTerm->value, -23.0, 0.1) << "offset " << i;
    }
}

TEST (EbuTech3341, case11TheLoudestShortTermOfARisingRow)
{
    LoudnessMeter meter { 2, { standardRate } };

    for (int i = 0; i < 20; ++i)
    {
        const auto step = tones (
            { { silent, 0.15 * i }, { -38.0 + i, 3.0 }, { silent, 3.0 - 0.15 * i } });
        listen (meter, { step, step });
        EXPECT_NEAR (meter.result().maxShortTerm->value, -38.0 + i, 0.1) << "step " << i;
    }
}

TEST (EbuTech3341, case12MomentaryOfAlternatingLevels)
{
    const auto levels = repeated ({ { -20.0, 0.18 }, { -30.0, 0.22 } }, 25);
    EXPECT_NEAR (measuredTones (levels).maxMomentary->value, -23.0, 0.1);
    expectSteady (levels, Window::momentary, -23.0);
}

TEST (EbuTech3341, case13MomentaryOfToneAtAnyOffset)
{
    for (int i = 0; i < 20; ++i)
    {
        const auto loudness = measuredTones (
            { { silent, 0.02 * i }, { -23.0, 0.4 }, { silent, 1.0 } });
        EXPECT_NEAR (loudness.maxMomentary->value, -23.0, 0.1) << "offset " << i;
    }
}

TEST (EbuTech3341, case14TheLoudestMomentaryOfARisingRow)
{
    LoudnessMeter meter { 2, { standardRate } };

    for (int i = 0; i < 20; ++i)
    {
        const auto step = tones (
            { { silent, 0.02 * i }, { -38.0 + i, 0.4 }, { silent, 0.4 - 0.02 * i } });
        listen (meter, { step, step });
        EXPECT_NEAR (meter.result().maxMomentary->value, -38.0 + i, 0.1) << "step " << i;
    }
}

} // namespace
} // namespace hearing
