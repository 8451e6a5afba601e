// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckJsonReader.h"

#include "report/SampleReport.h"

#include <gtest/gtest.h>

namespace report
{

TEST (CheckJsonReader, readsWhatWasWritten)
{
    for (const auto& report : { sampleReport(), flawlessReport(), silentReport() })
    {
        const CheckOrigin origin { "c0ffee", "0.1.0" };
        const auto written = checkJson ({ &report, 1 }, origin);
        const auto read = readCheckJson (*files::parseJson (files::writeJson (written), "r"), "r");

        ASSERT_TRUE (read);
        EXPECT_EQ (read->origin, origin);
        auto again = checkJson (read->masters, origin);

        // A measure without a number is not kept.
        if (report.loudness.integrated)
        {
            EXPECT_EQ (files::writeJson (again), files::writeJson (written));
        }
    }
}

TEST (CheckJsonReader, refusesWhatIsNoReportAndPassesOverWhatIsNew)
{
    EXPECT_FALSE (readCheckJson (files::Json { 3 }, "three"));
    EXPECT_FALSE (readCheckJson (files::Json::Object { { "devices", 1 } }, "devices"));

    const auto future = files::parseJson (
        R"({ "schema": 1, "masters": [ 7, { "file": "a.wav", "findings": [ { "rule": "of-tomorrow" }, 3 ], "new": {} } ] })",
        "f");
    const auto read = readCheckJson (*future, "f");
    ASSERT_TRUE (read);
    ASSERT_EQ (read->masters.size(), 2u);
    EXPECT_EQ (read->masters[1].file, "a.wav");
    EXPECT_TRUE (read->masters[1].findings.empty());
}

} // namespace report
