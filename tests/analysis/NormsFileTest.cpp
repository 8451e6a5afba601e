// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/NormsFile.h"

#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <fstream>

namespace analysis
{
namespace
{

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TranslationReport reportOf (double left, double right)
{
    TranslationReport report;
    report.columns.resize (3);
    report.columns[0].id = "phone/left";
    report.columns[1].id = "phone/right";
    report.columns[2].id = "phone/right@street";
    report.columns[2].noise = "Street";

    for (auto& column : report.columns)
    {
        column.kind = "phone";
        column.measures = { { "lowEndShare", column.id == "phone/left" ? left : right } };
    }

    return report;
}

ReferenceNorms writtenAndRead (const ReferenceNorms& norms)
{
    const support::TemporaryFolder folder;
    const auto file = folder.path / "norms.json";
    std::ofstream { file } << writeNorms (norms);
    const auto read = readNorms (file);
    return read ? *read : ReferenceNorms {};
}

std::string complaintAbout (const std::string& text)
{
    const support::TemporaryFolder folder;
    const auto file = folder.path / "norms.json";
    std::ofstream { file } << text;
    const auto read = readNorms (file);
    return read ? "" : read.problem().what;
}

TEST (NormsFile, everyColumnHasItsOwnMastersAndAKindHasAllThatAreInQuiet)
{
    const auto norms = buildNorms (std::vector { reportOf (0.3, 0.6), reportOf (0.2, 0.5) });
    EXPECT_THAT (norms.values ("phone/left", "lowEndShare"), ElementsAre (0.2, 0.3));
    EXPECT_THAT (norms.values ("phone/right@street", "lowEndShare"), ElementsAre (0.5, 0.6));
    EXPECT_THAT (norms.values ("phone/*", "lowEndShare"), ElementsAre (0.2, 0.3, 0.5, 0.6));
    EXPECT_THAT (norms.values ("phone/other", "lowEndShare"), IsEmpty());
    EXPECT_EQ (norms.numMasters, 2u);
}

TEST (NormsFile, aMasterIsNotComparedWithItself)
{
    std::vector masters { reportOf (0.3, 0.6), reportOf (0.2, 0.5), reportOf (0.2, 0.4) };
    masters[0].sha256 = "first";
    masters[1].sha256 = "second";
    masters[2].sha256 = "third";
    auto norms = buildNorms (masters);
    norms.origin = "mine";
    norms.areTheUsersOwn = true;

    const auto others = norms.without ("second");
    ASSERT_TRUE (others);
    EXPECT_THAT (others->values ("phone/left", "lowEndShare"), ElementsAre (0.2, 0.3));
    EXPECT_THAT (others->values ("phone/right", "lowEndShare"), ElementsAre (0.4, 0.6));
    EXPECT_EQ (others->numMasters, 2u);
    EXPECT_THAT (others->origin, HasSubstr ("mine"));
    EXPECT_TRUE (others->areTheUsersOwn);
    EXPECT_FALSE (norms.without ("fourth"));
    EXPECT_FALSE (writtenAndRead (norms).without ("second"));
}

TEST (NormsFile, comesBackAsItWas)
{
    auto norms = buildNorms (std::vector { reportOf (0.3, -61.25), reportOf (0.123449, 1234.0) });
    norms.origin = "two masters";
    const auto back = writtenAndRead (norms);
    EXPECT_EQ (back.origin, "two masters");
    EXPECT_EQ (back.numMasters, 2u);
    EXPECT_THAT (back.values ("phone/left", "lowEndShare"), ElementsAre (0.1234, 0.3));
    EXPECT_THAT (back.values ("phone/right", "lowEndShare"), ElementsAre (-61.25, 1234.0));
}

TEST (NormsFile, keepsPercentilesOfManyMasters)
{
    std::vector<TranslationReport> masters;

    for (int i = 0; i <= 100; ++i)
        masters.push_back (reportOf (i, 0.0));

    const auto back = writtenAndRead (buildNorms (masters));
    EXPECT_THAT (back.values ("phone/left", "lowEndShare"), SizeIs (21));
    EXPECT_EQ (back.percentile ("phone/left", "lowEndShare", 0.95), 95.0);
    EXPECT_EQ (back.numMasters, 101u);
}

TEST (NormsFile, otherFilesAreRefused)
{
    EXPECT_THAT (complaintAbout (R"({ "schema": 2, "columns": {} })"), HasSubstr ("schema 1"));
    EXPECT_THAT (complaintAbout (R"({ "schema": 1 })"), HasSubstr ("no columns"));
    EXPECT_THAT (complaintAbout (R"({ "schema": 1, "columns": { "a": 3 } })"), HasSubstr ("\"a\""));
    EXPECT_THAT (complaintAbout (R"({ "schema": 1, "columns": { "a": { "b": [ null ] } } })"),
                 HasSubstr ("\"b\""));
    EXPECT_THAT (complaintAbout (R"({ "schema": 1, "columns": { "a": { "b": [ 1 ] } } })"),
                 IsEmpty());
}

} // namespace
} // namespace analysis
