// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Program.h"

#include <gtest/gtest.h>

#include <chrono>

namespace files
{
namespace
{

using units::Problem;

TEST (Program, takesBytesInAndGivesBytesBack)
{
    // More than a pipe holds, so that it must be read from while it is written to.
    std::string much (3000000, 'x');
    much[1234567] = '\0';
    const auto back = throughProgram ({ "cat" }, much, {});
    ASSERT_TRUE (back);
    EXPECT_EQ (*back, much);
}

TEST (Program, isAProblemWhenItIsNotThereOrFails)
{
    EXPECT_EQ (throughProgram ({ "no-such-program" }, "", {}).problem().kind,
               Problem::Kind::missingFile);
    EXPECT_FALSE (throughProgram ({ "false" }, "", {}));
}

TEST (Program, mayLeaveItsInputUnread)
{
    const std::string much (3000000, 'x');
    const auto short_ = throughProgram ({ "head", "-c", "3" }, much, {});
    ASSERT_TRUE (short_);
    EXPECT_EQ (*short_, "xxx");
}

TEST (Program, hasNoShellBetween)
{
    const auto said = throughProgram ({ "printf", "%s", "$(ls); `ls` | ls" }, "", {});
    ASSERT_TRUE (said);
    EXPECT_EQ (*said, "$(ls); `ls` | ls");
}

TEST (Program, isEndedWhenPatienceIs)
{
    const auto start = std::chrono::steady_clock::now();
    EXPECT_FALSE (throughProgram ({ "sleep", "600" }, "", { 0.2 }));
    EXPECT_FALSE (throughProgram ({ "sleep", "600" }, "", { 600.0, [] { return false; } }));
    EXPECT_LT (std::chrono::steady_clock::now() - start, std::chrono::seconds { 300 });
}

} // namespace
} // namespace files
