// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "conformance/TestProgrammes.h"

/** ITU-R BS.1770, in the manner of the conformance material of BS.2217. */
namespace hearing
{
namespace
{

struct Sine
{
    double frequencyHz;
    double levelDbfs; ///< of the peak in each of two channels, which makes −23 LUFS
};

// Worked out from the standard's filter coefficients at 48 kHz (annex 1, tables 1 and 2).
constexpr Sine sinesOfMinus23[] = { { 25.0, -11.9162 },   { 100.0, -21.1755 },
                                    { 500.0, -22.3515 },  { 1000.0, -23.0067 },
                                    { 2000.0, -25.3803 }, { 10000.0, -26.3509 } };

Channels bothChannels (const std::vector<float>& samples) { return { samples, samples }; }

TEST (Bs1770, weighsEveryFrequencyAsTheStandard)
{
    for (const auto& sine : sinesOfMinus23)
        for (const double lufs : { -23.0, -24.0 })
        {
            const auto samples = tones ({ { sine.levelDbfs + lufs + 23.0, 20.0 } },
                                        sine.frequencyHz);
            const auto loudness = measured (bothChannels (samples));
            EXPECT_NEAR (loudness.integrated->value, lufs, 0.02) << sine.frequencyHz;
            EXPECT_NEAR (loudness.maxShortTerm->value, lufs, 0.02) << sine.frequencyHz;
        }
}

TEST (Bs1770, gatesWhatIsTenUnitsBelowTheUngatedMeanAndNothingElse)
{
    // 20 s at −23 and 20 s at −34 have a mean of −25.68: a gate at −35.68 lets both through.
    expectIntegrated (measuredTones ({ { -23.0, 20.0 }, { -34.0, 20.0 } }), -25.68);
    expectIntegrated (measuredTones ({ { -23.0, 20.0 }, { -45.0, 20.0 } }), -23.0);
}

TEST (Bs1770, addsPowersAndKnowsNoPhase)
{
    const auto tone = tones ({ { -20.0, 20.0 } });
    expectIntegrated (measured ({ tone, std::vector<float> (tone.size()) }), -23.01);

    const auto left = tones ({ { -23.0, 20.0 } });
    auto right = left;
    std::ranges::transform (right, right.begin(), std::negate<> {});
    expectIntegrated (measured ({ left, right }), -23.0);
}

TEST (Bs1770, countsMonoAsOneChannel)
{
    expectIntegrated (measured ({ tones ({ { -20.0, 20.0 } }) }), -23.01);
}

} // namespace
} // namespace hearing
