// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Json.h"

#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace files
{
namespace
{

using testing::HasSubstr;

std::string complaint (std::string_view text)
{
    const auto result = parseJson (text, "phone.json");
    return result ? "no complaint" : result.problem().sentence();
}

void aGoodOneStillPasses()
{
    EXPECT_TRUE (parseJson (R"({ "schema": 1, "list": [1, 2.5, null, true, "x"] })", "good.json"));
}

TEST (Json, comesBackAsItWasWritten)
{
    const Json value = Json::Object {
        { "name", "Ätherisches \"Gerät\"\n\t\x01" },
        { "levels", Json::Array { 0.1, -3, 1e-9, 6.02e23, -0.0, 1.0 / 3.0 } },
        { "nested", Json::Array { Json::Object { { "a", true } }, Json::Array {}, nullptr } },
        { "empty", Json::Object {} }
    };

    const auto text = writeJson (value);
    const auto back = parseJson (text, "written");

    ASSERT_TRUE (back) << back.problem().sentence();
    EXPECT_EQ (*back, value);
    EXPECT_EQ (writeJson (*back), text);
}

TEST (Json, writesNumbersAsAPersonWould)
{
    const Json value = Json::Array { "", 0.1, 100000, -2.5, 1e-7, 1e20, 0, std::nan ("") };

    EXPECT_EQ (writeJson (value),
               "[\n  \"\",\n  0.1,\n  100000,\n  -2.5,\n  1e-07,\n  1e+20,\n  0,\n  null\n]\n");
}

TEST (Json, everyDoubleComesBackTheSame)
{
    std::mt19937_64 random (1);

    for (int i = 0; i < 20000; ++i)
    {
        const auto bits = random();
        const double value = std::bit_cast<double> (bits);

        if (! std::isfinite (value))
            continue;

        const auto back = parseJson (writeJson (value), "number");
        ASSERT_TRUE (back) << value;
        EXPECT_EQ (std::bit_cast<std::uint64_t> (*back->asNumber()), bits) << value;
    }
}

TEST (Json, laysOutObjectsMemberByMember)
{
    const Json value = Json::Object { { "id", "a" }, { "band", Json::Array { 20, 20000 } } };

    EXPECT_EQ (writeJson (value), "{\n  \"id\": \"a\",\n  \"band\": [20, 20000]\n}\n");
}

TEST (Json, fillsLongListsOfNumbersToAHundredColumns)
{
    const auto text = writeJson (
        Json::Object { { "levelsDb", Json (Json::Array (240, Json (-12.5))) } });
    std::size_t longest = 0;
    std::size_t start = 0;

    for (auto end = text.find ('\n'); end != std::string::npos; end = text.find ('\n', start))
    {
        longest = std::max (longest, end - start);
        start = end + 1;
    }

    EXPECT_LE (longest, 100u);
    EXPECT_GT (longest, 100u - 7u);
    EXPECT_EQ (parseJson (text, "long")->find ("levelsDb")->asArray()->size(), 240u);
}

TEST (Json, keepsTheOrderOfMembers)
{
    EXPECT_EQ (writeJson (*parseJson (R"({"z":1,"a":2})", "x")), "{\n  \"z\": 1,\n  \"a\": 2\n}\n");
}

TEST (Json, replacesBytesThatAreNoText)
{
    EXPECT_EQ (writeJson (std::string ("a\xFF"
                                       "b\xC3")),
               "\"a\uFFFDb\uFFFD\"\n");
}

TEST (Json, findsMembersByName)
{
    const auto value = *parseJson (R"({"kind":"phone","n":3})", "x");

    EXPECT_EQ (*value.find ("kind")->asString(), "phone");
    EXPECT_EQ (value.find ("nothing"), nullptr);
    EXPECT_EQ (Json (3).find ("kind"), nullptr);
}

TEST (Json, acceptsAByteOrderMarkAndWindowsLines)
{
    EXPECT_TRUE (parseJson ("\xEF\xBB\xBF{\r\n\"a\": 1\r\n}\r\n", "notepad.json"));
}

TEST (Json, namesLineColumnAndWhatWasExpected)
{
    EXPECT_THAT (complaint ("{\n  \"a\": 1,\n  \"b\": }\n"),
                 testing::AllOf (HasSubstr ("phone.json: line 3, column 8"), HasSubstr ("'}'")));
    EXPECT_THAT (complaint ("{\"a\" 1}"), HasSubstr ("expected ':'"));
    EXPECT_THAT (complaint ("[1, 2"), HasSubstr ("expected ']'"));
    EXPECT_THAT (complaint ("{\"a\": \"no end}"), HasSubstr ("missing closing quote"));
    EXPECT_THAT (complaint (""), HasSubstr ("line 1, column 1"));
    aGoodOneStillPasses();
}

TEST (Json, refusesWhatStandsTwice)
{
    EXPECT_THAT (
        complaint ("{\"a\": 1,\n \"a\": 2}"),
        testing::AllOf (HasSubstr ("line 2, column 4"), HasSubstr ("\"a\" stands here twice")));
    aGoodOneStillPasses();
}

TEST (Json, refusesNumbersThatAreNone)
{
    for (const auto* text : { "[NaN]", "[1e999]", "[-Infinity]", "[01]", "[.5]", "[1,]", "[0x10]" })
        EXPECT_NE (complaint (text), "no complaint") << text;

    aGoodOneStillPasses();
}

TEST (Json, refusesTextAfterTheValue)
{
    EXPECT_THAT (complaint ("{} x"), HasSubstr ("expected end of input"));
    EXPECT_NE (complaint ("1 2"), "no complaint");
    aGoodOneStillPasses();
}

TEST (Json, refusesNestingDeeperThanSixtyFour)
{
    const auto nested = [] (std::size_t depth) {
        return std::string (depth, '[') + std::string (depth, ']');
    };

    EXPECT_THAT (complaint (nested (65)), HasSubstr ("more than 64 deep"));
    EXPECT_THAT (complaint (nested (100000)), HasSubstr ("more than 64 deep"));
    EXPECT_TRUE (parseJson (nested (64), "deep"));
}

TEST (Json, refusesIllFormedText)
{
    EXPECT_THAT (complaint ("[\"\xFF\"]"), HasSubstr ("UTF-8"));
    aGoodOneStillPasses();
}

TEST (Json, namesFilesThatCannotBeRead)
{
    const support::TemporaryFolder folder;

    EXPECT_EQ (readJson (folder / "none.json").problem().kind, units::Problem::Kind::missingFile);
    EXPECT_THAT (readJson (folder.path).problem().what, HasSubstr ("folder"));
    EXPECT_THAT (readJson (folder.write ("empty.json", "")).problem().what, HasSubstr ("empty"));
    EXPECT_THAT (readJson ("/dev/zero").problem().what, HasSubstr ("device"));
    EXPECT_TRUE (readJson (folder.write ("good.json", "{}")));
}

} // namespace
TEST (Json, isWrittenOnOneLineToo)
{
    const Json value = Json::Object { { "a",
                                        Json::Array { "one\n  two", Json::Object { { "b", 1 } } } },
                                      { "c", Json::Array { 1, 2 } } };
    const auto line = writeJsonLine (value);

    EXPECT_EQ (line, "{\"a\": [\"one\\n  two\",{\"b\": 1}],\"c\": [1, 2]}\n");
    EXPECT_EQ (*parseJson (line, "line"), value);
}

} // namespace files
