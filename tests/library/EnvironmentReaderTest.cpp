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

TEST (EnvironmentReader, refusesNoiseThatIsNoCurve)
{
    EXPECT_FALSE (problemsOf (R"("noise": { "frequenciesHz": [100, 50], "levelsDbSpl": [40, 40] })",
                              Strictness::strict)
                      .empty());
    EXPECT_FALSE (problemsOf (R"("noise": { "frequenciesHz": [50, 100], "levelsDbSpl": [40] })",
                              Strictness::strict)
                      .empty());
    EXPECT_TRUE (problemsOf (R"("noise": { "frequenciesHz": [50, 100], "levelsDbSpl": [40, 41] })",
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
