// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/Race.h"

#include <gmock/gmock.h>

namespace bench
{
namespace
{

const auto goOn = [] { return true; };

/** Takes these seconds, one run after the other, and says that it ran. */
Contestant taking (std::vector<double> seconds, std::string name, std::string& runs)
{
    return [seconds, name, &runs, turn = std::size_t { 0 }]() mutable -> units::Result<double> {
        runs += name;
        return seconds[turn++ % seconds.size()];
    };
}

TEST (Race, takesTurnsAndCountsTheLeastOfEach)
{
    std::string runs;
    const Race race { "work",
                      "peer",
                      "s",
                      [&] {
                          return taking ({ 9.0, 2.0, 1.0, 4.0 }, "o", runs);
                      },
                      [&] {
                          return taking ({ 9.0, 8.0, 8.0, 4.0 }, "p", runs);
                      } };
    const auto standing = run (race, 3, goOn);
    ASSERT_TRUE (standing);
    EXPECT_EQ (runs, "opopopop") << "once to warm up";
    EXPECT_EQ (standing->ourSeconds, 1.0);
    EXPECT_EQ (standing->theirSeconds, 4.0);
    EXPECT_EQ (standing->ratio(), 0.25);
    EXPECT_EQ (standing->lowest, 0.125);
    EXPECT_EQ (standing->highest, 1.0);
    EXPECT_EQ (standing->name, "work");
    EXPECT_EQ (standing->peer, "peer");
}

TEST (Race, isNotRunAgainstNobody)
{
    const units::Problem absent {
        units::Problem::Kind::missingFile, "peer", "It is not here.", ""
    };
    std::string runs;
    const Race race { "work",
                      "peer",
                      "s",
                      [&] { return taking ({ 1.0 }, "o", runs); },
                      [&] { return units::Result<Contestant> { absent }; } };
    const auto standing = run (race, 3, goOn);
    ASSERT_FALSE (standing);
    EXPECT_EQ (standing.problem().where, "peer");
    EXPECT_EQ (runs, "");
}

TEST (Race, stopsWhenItIsTold)
{
    std::string runs;
    const Race race { "work",
                      "peer",
                      "s",
                      [&] { return taking ({ 1.0 }, "o", runs); },
                      [&] { return taking ({ 1.0 }, "p", runs); } };
    const auto standing = run (race, 3, [&] { return runs.size() < 3; });
    ASSERT_FALSE (standing);
    EXPECT_EQ (standing.problem().kind, units::Problem::Kind::interrupted);
    EXPECT_EQ (runs, "opo");
}

} // namespace
} // namespace bench
