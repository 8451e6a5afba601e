// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/LevelMatch.h"

#include <gtest/gtest.h>

#include <vector>

namespace monitoring
{
namespace
{

using units::Decibels;

hearing::ProgrammeLoudness loudness (double lufs)
{
    hearing::ProgrammeLoudness programme;
    programme.integrated = units::Lufs { lufs };
    return programme;
}

TEST (LevelMatch, bringsTheOutputToTheMastersLoudness)
{
    EXPECT_DOUBLE_EQ (levelMatch (Match::lufs, loudness (-14.0), loudness (-20.5)).value(), 6.5);
}

TEST (LevelMatch, leavesTheLevelAloneWhenOff)
{
    EXPECT_DOUBLE_EQ (levelMatch (Match::off, loudness (-14.0), loudness (-20.5)).value(), 0.0);
}

TEST (LevelMatch, doesNotRaiseSilence)
{
    EXPECT_DOUBLE_EQ (levelMatch (Match::lufs, loudness (-14.0), {}).value(), 0.0);
    EXPECT_DOUBLE_EQ (levelMatch (Match::lufs, {}, loudness (-70.0)).value(), 0.0);
}

TEST (SafetyGain, serveTheLoudestPeakOfAll)
{
    const std::vector<Decibels> peaks { Decibels { -6.0 }, Decibels { 2.5 }, Decibels { 0.1 } };
    EXPECT_NEAR (safetyGain (peaks).value(), -3.5, 0.0101);
    EXPECT_LE (safetyGain (peaks).value(), -3.5);
}

TEST (SafetyGain, neverRaises)
{
    const std::vector<Decibels> peaks { Decibels { -20.0 } };
    EXPECT_DOUBLE_EQ (safetyGain (peaks).value(), 0.0);
    EXPECT_DOUBLE_EQ (safetyGain ({}).value(), 0.0);
}

} // namespace
} // namespace monitoring
