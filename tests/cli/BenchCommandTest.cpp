// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/TypedCommand.h"
#include "files/Json.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace cli
{

using testing::HasSubstr;

TEST (BenchCommand, tellsRatiosOrWhoIsMissing)
{
    const support::TemporaryFolder folder;
    const auto file = folder / "bench.json";
    const auto outcome = elsewhere (
        { "bench", "--brief", "--rounds", "1", "--only", "8192 taps/64", "--json", file.string() });
    EXPECT_EQ (outcome.exitCode, 0) << outcome.err;
    const auto json = files::readJson (file);
    ASSERT_TRUE (json);
    const auto* results = json->find ("results")->asArray();
    const auto* missing = json->find ("missing")->asArray();
    EXPECT_GT (results->size() + missing->size(), 0u);

    for (const auto& result : *results)
    {
        EXPECT_EQ (*result.find ("case")->asString(), "live/8192 taps/64 frames");
        EXPECT_GT (*result.find ("ratio")->asNumber(), 0.0);
        EXPECT_GE (result.find ("spread")->asArray()->at (1).asNumber(),
                   result.find ("spread")->asArray()->at (0).asNumber());
    }
}

TEST (BenchCommand, knowsNoOtherWork)
{
    const auto outcome = elsewhere ({ "bench", "--only", "chess" });
    EXPECT_EQ (outcome.exitCode, 2);
    EXPECT_THAT (outcome.err, HasSubstr ("--only chess"));
}

} // namespace cli
