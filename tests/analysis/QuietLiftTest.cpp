// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/QuietLift.h"

#include "analysis/TestMaster.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

/** A minute of a sine in both channels, softer by 30 dB from 20 s to 40 s: -10 and -40 LUFS or so. */
dsp::AudioBuffer quietInTheMiddle()
{
    auto master = made (2, 60.0, [] (double at, std::size_t) { return 0.31 * sine (1000.0, at); });
    during (master, 20.0, 40.0, [] (float& left, float& right) {
        left *= 0.0316f;
        right *= 0.0316f;
    });
    return master;
}

/** Of the right channel, over a second. */
double changeDb (const dsp::AudioBuffer& before, const dsp::AudioBuffer& after, double seconds)
{
    double was = 0.0;
    double is = 0.0;

    for (auto i = frameAt (seconds); i < frameAt (seconds + 1.0); ++i)
    {
        was += std::pow (static_cast<double> (before.channel (1)[i]), 2.0);
        is += std::pow (static_cast<double> (after.channel (1)[i]), 2.0);
    }

    return 10.0 * std::log10 (is / was);
}

TEST (QuietLift, liftsWhatIsQuietAndNothingElse)
{
    const auto before = quietInTheMiddle();
    auto after = quietInTheMiddle();
    liftQuiet (after.block(), { 6.0, { -25.0 } }, rate);
    EXPECT_NEAR (changeDb (before, after, 5.0), 0.0, 0.01);
    EXPECT_NEAR (changeDb (before, after, 30.0), 6.0, 0.01);
    EXPECT_NEAR (changeDb (before, after, 55.0), 0.0, 0.01);
}

TEST (QuietLift, liftsUpToTheLevelAndNotBeyond)
{
    const auto before = quietInTheMiddle();
    auto after = quietInTheMiddle();
    liftQuiet (after.block(), { 20.0, { -30.0 } }, rate);
    EXPECT_NEAR (changeDb (before, after, 30.0), 10.0, 0.2);
}

TEST (QuietLift, movesAsAFaderDoes)
{
    const auto before = quietInTheMiddle();
    auto after = quietInTheMiddle();
    liftQuiet (after.block(), { 6.0, { -25.0 } }, rate);

    for (double at = 15.0; at < 45.0; at += 0.5)
        EXPECT_LT (std::abs (changeDb (before, after, at + 0.5) - changeDb (before, after, at)),
                   2.5)
            << at;
}

TEST (QuietLift, silenceStaysSilent)
{
    dsp::AudioBuffer silence (2, frameAt (3.0));
    liftQuiet (silence.block(), { 6.0, { -25.0 } }, rate);
    EXPECT_EQ (silence.channel (0)[frameAt (1.0)], 0.0f);
    dsp::AudioBuffer nothing (2, 0);
    liftQuiet (nothing.block(), { 6.0, { -25.0 } }, rate);
}

} // namespace
} // namespace analysis
