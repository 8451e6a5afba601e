// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckJson.h"

#include "analysis/Conformance.h"
#include "report/Revision.h"
#include "report/SampleReport.h"
#include "report/SummaryText.h"
#include "support/JsonSchema.h"

#include <gmock/gmock.h>

#include <cmath>

namespace report
{

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

support::JsonSchema publishedSchema()
{
    return support::JsonSchema { *files::readJson (std::filesystem::path { ELSEWHERE_SOURCE_DIR }
                                                   / "docs/check.schema.json") };
}

files::Json jsonOf (const analysis::TranslationReport& report)
{
    return checkJson ({ &report, 1 }, { "c0ffee", "0.1.0" });
}

/** As somebody else reads it. */
files::Json readAgain (const files::Json& value)
{
    return *files::parseJson (files::writeJson (value), "report");
}

const files::Json& at (const files::Json& value, const std::vector<std::string>& path)
{
    const auto* place = &value;

    for (const auto& step : path)
        place = std::isdigit (step[0]) != 0 ? &(*place->asArray())[std::stoul (step)]
                                            : place->find (step);

    return *place;
}

} // namespace

TEST (CheckJson, isAsItsPublishedSchemaSays)
{
    for (const auto& report : { sampleReport(), flawlessReport(), silentReport() })
        EXPECT_THAT (publishedSchema().errorsIn (readAgain (jsonOf (report))), IsEmpty());
}

TEST (CheckJson, hasTheFieldsThatOthersRelyOn)
{
    const auto json = jsonOf (sampleReport());

    EXPECT_EQ (at (json, { "schema" }), files::Json { 1 });
    EXPECT_EQ (at (json, { "conformance" }), files::Json { analysis::conformance });
    EXPECT_EQ (at (json, { "elsewhere" }), files::Json { "0.1.0" });
    EXPECT_EQ (at (json, { "catalogue" }), files::Json { "c0ffee" });

    const auto& master = at (json, { "masters", "0" });
    EXPECT_EQ (at (master, { "file" }), files::Json { "/music/Rain & <Thunder>.wav" });
    EXPECT_EQ (at (master, { "sampleRate" }), files::Json { 44100 });
    EXPECT_EQ (at (master, { "verdict" }), files::Json { "fail" });
    EXPECT_EQ (at (master, { "loudness", "integratedLufs" }), files::Json { -9.8 });
    EXPECT_EQ (at (master, { "loudness", "plrDb" }), files::Json { 9.5 });
    EXPECT_EQ (at (master, { "devices", "1", "verdict" }), files::Json { "fail" });
    EXPECT_EQ (at (master, { "devices", "1", "measures", "bassLost" }), files::Json { 0.125 });

    const auto& finding = at (master, { "findings", "1" });
    EXPECT_EQ (at (finding, { "rule" }), files::Json { "bass-disappears" });
    EXPECT_EQ (at (finding, { "severity" }), files::Json { "fail" });
    EXPECT_EQ (at (finding, { "device" }), files::Json { "phone/smartphone-2020" });
    EXPECT_EQ (at (finding, { "ranges", "0", "end" }), files::Json { 94 });
    EXPECT_EQ (at (finding, { "bandHz", "1" }), files::Json { 120 });
    EXPECT_EQ (at (finding, { "spread" }), files::Json { "localized" });
    EXPECT_EQ (at (finding, { "evidence", "measured" }), files::Json { 0.91 });
    EXPECT_EQ (at (finding, { "evidence", "basis" }), files::Json { "heuristic" });
    EXPECT_EQ (at (finding, { "confidence" }), files::Json { 0.8 });
    EXPECT_EQ (at (finding, { "remedyTried" }), files::Json { true });
}

TEST (CheckJson, hasNullWhereThereIsNoNumber)
{
    const auto json = readAgain (jsonOf (silentReport()));

    for (const auto* name : { "integratedLufs", "rangeLu", "truePeakDbtp", "plrDb" })
        EXPECT_TRUE (at (json, { "masters", "0", "loudness", name }).isNull()) << name;

    EXPECT_TRUE (at (json, { "masters", "0", "devices", "0", "measures", "nothing" }).isNull());
}

TEST (CheckJson, namesTheMastersThatCouldNotBeChecked)
{
    const units::Problem problem {
        units::Problem::Kind::missingFile, "gone.wav", "There is no such file.", "Give another."
    };
    const auto json = checkJson ({}, {}, { { &problem, 1 }, {}, nullptr });

    EXPECT_EQ (at (json, { "problems", "0", "where" }), files::Json { "gone.wav" });
    EXPECT_THAT (publishedSchema().errorsIn (json), IsEmpty());
}

TEST (CheckJson, saysWhatARevisionChangedAndHowLoudTheAlbumIs)
{
    const auto now = sampleReport();
    const std::optional<Revision> revision = changesSince (flawlessReport(), 1, now);
    const Album album { units::Lufs { -11.25 }, {} };
    const auto json = checkJson ({ &now, 1 }, {}, { {}, { &revision, 1 }, &album });

    EXPECT_EQ (at (json, { "masters", "0", "baseline", "broke", "1", "rule" }),
               files::Json { "bass-disappears" });
    EXPECT_EQ (at (json, { "masters", "0", "baseline", "fixed" }),
               files::Json { files::Json::Array {} });
    EXPECT_EQ (at (json, { "album", "integratedLufs" }), files::Json { -11.25 });
    EXPECT_THAT (publishedSchema().errorsIn (json), IsEmpty());
}

TEST (CheckJson, isTextEvenWhereAFileNameIsNone)
{
    auto report = sampleReport();
    report.file = "caf\xE9.wav";

    EXPECT_EQ (at (readAgain (jsonOf (report)), { "masters", "0", "file" }),
               files::Json { "caf\uFFFD.wav" });
}

TEST (CheckSchema, refusesWhatIsNoReport)
{
    const auto schema = publishedSchema();
    auto report = sampleReport();
    report.sha256 = "short";
    report.findings[0].confidence = 1.5;
    const auto errors = schema.errorsIn (jsonOf (report));

    EXPECT_THAT (errors, Contains (HasSubstr ("/masters/0/sha256")));
    EXPECT_THAT (errors, Contains (HasSubstr ("/masters/0/findings/0/confidence")));
    EXPECT_EQ (errors.size(), 2u);
    EXPECT_THAT (schema.errorsIn (files::Json::Object { { "schema", 1 } }),
                 Contains (HasSubstr ("\"masters\" is missing")));
}

TEST (CheckSchema, knowsEveryRule)
{
    const auto schema = publishedSchema();
    auto report = sampleReport();
    report.findings.clear();

    for (const auto rule : analysis::allRuleIds())
        report.findings.push_back (sampleFinding (rule, analysis::Severity::warn, "*"));

    EXPECT_THAT (schema.errorsIn (jsonOf (report)), IsEmpty());
}

} // namespace report
