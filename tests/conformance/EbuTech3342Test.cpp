// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "conformance/TestProgrammes.h"

/** The minimum requirements of EBU Tech 3342 that are defined in words; cases 5 and 6 are recordings
    of programmes, which we do not have.
*/
namespace hearing
{
namespace
{

void expectRange (const std::vector<Tone>& parts, double lu)
{
    const auto loudness = measuredTones (parts);
    ASSERT_TRUE (loudness.rangeLu);
    EXPECT_NEAR (*loudness.rangeLu, lu, 1.0);
}

TEST (EbuTech3342, case1TenUnits) { expectRange ({ { -20.0, 20.0 }, { -30.0, 20.0 } }, 10.0); }

TEST (EbuTech3342, case2FiveUnits) { expectRange ({ { -20.0, 20.0 }, { -15.0, 20.0 } }, 5.0); }

TEST (EbuTech3342, case3TwentyUnits) { expectRange ({ { -40.0, 20.0 }, { -20.0, 20.0 } }, 20.0); }

TEST (EbuTech3342, case4TheQuietestPartsAreGatedAway)
{
    expectRange (
        { { -50.0, 20.0 }, { -35.0, 20.0 }, { -20.0, 20.0 }, { -35.0, 20.0 }, { -50.0, 20.0 } },
        15.0);
}

} // namespace
} // namespace hearing
