// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TimeRange.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<bool> marked (std::size_t hops, std::initializer_list<std::size_t> which)
{
    std::vector<bool> marks (hops, false);

    for (const auto hop : which)
        marks[hop] = true;

    return marks;
}

TEST (TimeRange, oneHopAloneIsTooShort)
{
    EXPECT_THAT (rangesOf (marked (100, { 40 })), IsEmpty());
}

TEST (TimeRange, hopsInARowMakeOneRange)
{
    EXPECT_THAT (rangesOf (marked (100, { 10, 11, 12 })), ElementsAre (TimeRange { 1.0, 1.6 }));
}

TEST (TimeRange, gapsOfTwoSecondsAreClosedAndLongerOnesAreNot)
{
    // The window of hop 10 ends at 1.4 s; hop 34 begins 2.0 s later, hop 60 2.2 s after that one's end.
    EXPECT_THAT (rangesOf (marked (100, { 10, 34, 60, 61, 62 })),
                 ElementsAre (TimeRange { 1.0, 3.8 }, TimeRange { 6.0, 6.6 }));
}

TEST (TimeRange, moreThanFortyPerCentIsWidespread)
{
    const std::vector<TimeRange> ranges { { 0.0, 30.0 }, { 60.0, 70.5 } };
    EXPECT_EQ (spreadOf (ranges, 100.0), Spread::widespread);
    EXPECT_EQ (spreadOf (ranges, 110.0), Spread::localized);
}

} // namespace
} // namespace analysis
