// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/EnvironmentReader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>

namespace
{

using library::Strictness;

const std::filesystem::path folder = std::filesystem::path (ELSEWHERE_SOURCE_DIR)
                                     / "ir_library/environments";

std::string environmentWith (const std::string& parts)
{
    return R"({ "schema": 1, "id": "x", "name": "X", "summary": "An example.",
                "provenance": { "evidence": "modelled", "source": "a test", "licence": "CC0-1.0",
                                "usableBandHz": [20, 20000] })"
           + (parts.empty() ? "" : ", " + parts) + " }";
}

std::vector<units::Problem> problemsOf (const std::string& parts, Strictness strictness)
{
    return library::parseEnvironment (environmentWith (parts), "x.json", strictness).problems;
}

double volume (const library::Room& room)
{
    return room.sizeMetres[0] * room.sizeMetres[1] * room.sizeMetres[2];
}

} // namespace

TEST (EnvironmentReader, readsEveryEnvironmentOfTheLibrary)
{
    std::size_t count = 0;

    for (const auto& entry : std::filesystem::directory_iterator (folder))
    {
        const auto environment = library::readEnvironment (entry.path(), Strictness::strict);
        ASSERT_TRUE (environment) << environment.problem().sentence();
        EXPECT_TRUE (environment->room || environment->cabin || environment->noise);
        ++count;
    }

    EXPECT_GE (count, 17u);
}

TEST (EnvironmentReader, refusesWhatIsUnknownOnlyWhenStrict)
{
    EXPECT_EQ (problemsOf (R"("wallpaper": "green")", Strictness::strict).size(), 1u);
    EXPECT_TRUE (problemsOf (R"("wallpaper": "green")", Strictness::lenient).empty());
    EXPECT_TRUE (problemsOf ("", Strictness::strict).empty());
}

TEST (EnvironmentReader, namesTheFigureThatIsOutOfRange)
{
    const auto problems = problemsOf (
        R"("desk": { "metresBelowHead": 35, "absorption": [0, 0, 0, 0, 0, 0, 0, 0] })",
        Strictness::strict);
    ASSERT_EQ (problems.size(), 1u);
    EXPECT_EQ (problems[0].where, "x.json: /desk/metresBelowHead");
    EXPECT_TRUE (
        problemsOf (
            R"("desk": { "metresBelowHead": 0.35, "absorption": [0, 0, 0, 0, 0, 0, 0, 0] })",
            Strictness::strict)
            .empty());
}

TEST (EnvironmentReader, refusesNoiseThatIsNoRowOfThirdOctaves)
{
    const struct
    {
        std::string frequencies;
        std::string levels;
        std::string says;
    } cases[] = {
        { "100, 80", "40, 40", "does not lie above" },     // unordered
        { "100, 100", "40, 40", "does not lie above" },    // twice
        { "100, 125", "40", "Exactly 2" },                 // a level short
        { "100", "40", "two points" },                     // one point
        { "", "", "At least one" },                        // none
        { "100, 125, 160", "40, null, 40", "hole" },       // a hole
        { "100, 125", "40, \"loud\"", "not a number" },    // no number
        { "100, 125", "40, 1e999", "" },                   // infinity
        { "0, 25", "40, 40", "0" },                        // no frequency
        { "100, 160", "40, 40", "from 100 Hz to 160 Hz" }, // a band is missing
        { "100, 104", "40, 40", "104 Hz is not the centre" },
        { "100, 125", "40, 400", "outside" },
    };

    for (const auto& each : cases)
    {
        const auto problems = problemsOf (R"("noise": { "frequenciesHz": [)" + each.frequencies
                                              + R"(], "levelsDbSpl": [)" + each.levels + "] }",
                                          Strictness::lenient);
        ASSERT_FALSE (problems.empty()) << each.frequencies << " | " << each.levels;
        EXPECT_NE (problems[0].sentence().find (each.says), std::string::npos)
            << problems[0].sentence();
        EXPECT_NE (problems[0].where.find ("x.json"), std::string::npos);
        EXPECT_FALSE (problems[0].cure.empty());
    }

    EXPECT_TRUE (problemsOf (R"("noise": { "frequenciesHz": [125, 160], "levelsDbSpl": [40, 41] })",
                             Strictness::strict)
                     .empty());
}

// The rooms that were computed and not measured obey Sabine: 10 lg (16π / A), A = 0.161 V / T60.
TEST (EnvironmentReader, modelledRoomsObeySabine)
{
    for (const std::string id : { "living-room", "desk", "club" })
    {
        const auto environment = library::readEnvironment (folder / (id + ".json"),
                                                           Strictness::strict);
        ASSERT_TRUE (environment);
        const auto& room = *environment->room;

        for (std::size_t b = 0; b < room.absorption.size(); ++b)
        {
            const double area = 0.161 * volume (room) / room.reverberationTimeSeconds[b];
            EXPECT_NEAR (room.reverberantLevelDb[b],
                         10.0 * std::log10 (16.0 * 3.14159265358979 / area),
                         0.06)
                << id;
        }
    }
}
