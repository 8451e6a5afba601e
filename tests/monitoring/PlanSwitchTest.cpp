// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/PlanSwitch.h"

#include "monitoring/MonitoringSession.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

namespace monitoring
{
namespace
{

ChainLayout layout()
{
    ChainLayout small;
    small.blockSize = 64;
    small.maximumTaps = 64;
    return small;
}

PreparedPick ready (std::uint32_t number, std::uint32_t original)
{
    PreparedPick pick;
    pick.plan = ChainBuilder { layout() }.unity();
    pick.plan.number = number;
    pick.original = original;
    return pick;
}

class PlanSwitchTest : public testing::Test
{
protected:
    bool wasSent (std::uint32_t number) const { return plans.named (number).has_value(); }

    const library::DeviceProfile phone {};
    const library::DeviceProfile car {};
    MonitoringSession session { layout() };
    PlanSwitch plans;
};

TEST_F (PlanSwitchTest, leavesWhatIsHeardAsItIsWhenOnlyItsMatchWasRefined)
{
    plans.send (Pick::of (phone), ready (1, 1), session);
    plans.send (Pick::of (phone), ready (2, 1), session);
    EXPECT_TRUE (wasSent (1));
    EXPECT_FALSE (wasSent (2));
}

TEST_F (PlanSwitchTest, takesTheRefinedMatchWithTheNextSwitch)
{
    plans.send (Pick::of (phone), ready (1, 1), session);
    plans.send (Pick::of (phone), ready (2, 1), session);
    plans.send (Pick::of (car), ready (3, 3), session);
    plans.send (Pick::of (phone), ready (2, 1), session);
    EXPECT_TRUE (wasSent (2));
    EXPECT_EQ (plans.named (3), Pick::of (car));
}

TEST_F (PlanSwitchTest, takesWhatElseIsNewAtOnce)
{
    plans.send (Pick::of (phone), ready (1, 1), session);
    plans.send (Pick::of (phone), ready (4, 4), session);
    EXPECT_EQ (plans.named (4), Pick::of (phone));
}

TEST_F (PlanSwitchTest, beginsAnewOnAnotherSoundCard)
{
    plans.send (Pick::of (phone), ready (2, 1), session);
    plans.forget();
    EXPECT_FALSE (wasSent (2));
    plans.send (Pick::of (phone), ready (2, 1), session);
    EXPECT_TRUE (wasSent (2));
}

} // namespace
} // namespace monitoring
