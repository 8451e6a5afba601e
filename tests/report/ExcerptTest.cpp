// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Excerpt.h"

#include "report/SampleReport.h"

#include <gmock/gmock.h>

namespace report
{

using analysis::RuleId;
using analysis::Severity;
using testing::ElementsAre;
using testing::IsEmpty;

TEST (Excerpt, isOfNeutralAndOfTheDeviceWhereItIsWorst)
{
    EXPECT_THAT (excerptsWorthHearing (sampleReport()),
                 ElementsAre (ExcerptPlace { 0, "", 60.7, 5.0 },
                              ExcerptPlace { 0, "phone/smartphone-2020", 60.7, 5.0 },
                              ExcerptPlace { 1, "", 3.5, 5.0 },
                              ExcerptPlace { 1, "car/sedan-2002-front@car-80-kmh", 3.5, 5.0 },
                              ExcerptPlace { 2, "", 0.4 * 180.04, 5.0 },
                              ExcerptPlace { 2, "earbuds/airpods-pro-2", 0.4 * 180.04, 5.0 }));
    EXPECT_THAT (excerptsWorthHearing (flawlessReport()), IsEmpty());
}

TEST (Excerpt, isOfALoneLoudspeakerWhereMonoIsTheProblem)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::monoLoss, Severity::warn, "*") };
    EXPECT_THAT (excerptsWorthHearing (report), ElementsAre (ExcerptPlace { 0, "", 9.5, 5.0 }));

    report.columns[3].id = "smart-speaker/alone";
    report.columns[3].kind = "smart-speaker";
    EXPECT_THAT (excerptsWorthHearing (report),
                 ElementsAre (ExcerptPlace { 0, "", 9.5, 5.0 },
                              ExcerptPlace { 0, "smart-speaker/alone", 9.5, 5.0 }));
}

TEST (Excerpt, liesWithinTheMaster)
{
    auto report = flawlessReport();
    report.findings = { sampleFinding (RuleId::fileFaults, Severity::fail, "*") };
    report.findings[0].ranges = { { 179.0, 180.0 } };
    EXPECT_THAT (excerptsWorthHearing (report), ElementsAre (ExcerptPlace { 0, "", 175.04, 5.0 }));

    report.seconds = 3.0;
    report.findings[0].ranges = { { 0.2, 0.3 } };
    EXPECT_THAT (excerptsWorthHearing (report), ElementsAre (ExcerptPlace { 0, "", 0.0, 3.0 }));
}

} // namespace report
