// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryBuild.h"

#include "library/Catalogue.h"
#include "library/LibraryVerification.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

using testing::HasSubstr;

namespace
{

/** A recipe of a target, two desktop speakers, their class figure and a modelled car. */
constexpr std::string_view recipe = R"({
  "schema": 1,
  "targets": [
    { "id": "flat", "name": "Flat", "summary": "Nothing.", "file": "flat.csv",
      "provenance": { "evidence": "published-figures", "source": "a test", "licence": "CC0-1.0",
                      "usableBandHz": [20, 20000] } }
  ],
  "groups": [
    { "about": "Two speakers",
      "defaults": { "kind": "desktop-speaker", "summary": "A speaker.", "evidence": "measured-magnitude",
                    "source": "a test", "licence": "CC0-1.0", "rig": "free-field", "environment": "",
                    "uncertaintyDb": [ { "bandHz": [20, 20000], "db": 1 } ] },
      "devices": [
        { "id": "one", "name": "One", "files": "one.csv" },
        { "id": "two", "name": "Two", "files": "two.csv", "licence": "CC-BY-NC-4.0", "attribution": "a test" },
        { "id": "both", "name": "Both", "evidence": "class-typical",
          "classOf": ["desktop-speaker/one", "desktop-speaker/two"] } ] },
    { "about": "A car", "devices": [
        { "id": "car", "kind": "car", "name": "Car", "summary": "A car.", "evidence": "modelled",
          "source": "a test", "licence": "CC0-1.0", "rig": "none", "environment": "",
          "basis": "a straight line", "points": [[20, 6], [200, 0], [20000, -6]],
          "uncertaintyDb": [ { "bandHz": [20, 20000], "db": 6 } ] } ] }
  ]
})";

class LibraryBuildTest : public testing::Test
{
protected:
    LibraryBuildTest()
    {
        folder.write ("flat.csv", table (0.0));
        folder.write ("one.csv", table (4.0));
        folder.write ("two.csv", table (8.0));
    }

    /** Flat to 2 kHz, then rising to so many dB at 20 kHz, every half octave. */
    static std::string table (double trebleDb)
    {
        std::string text = "frequency,raw\n";

        for (double frequency = 20.0; frequency < 20001.0; frequency *= std::sqrt (2.0))
            text += std::to_string (frequency) + ","
                    + std::to_string (std::max (0.0, trebleDb * std::log10 (frequency / 2000.0)))
                    + "\n";

        return text + "20000," + std::to_string (trebleDb) + "\n";
    }

    auto build (std::string_view text, std::string_view into)
    {
        return library::buildLibrary (
            folder.write ("sources.json", text), folder.path, folder / into);
    }

    static std::string replaced (std::string_view from, std::string_view to)
    {
        std::string text { recipe };
        return text.replace (text.find (from), from.size(), to);
    }

    support::TemporaryFolder folder;
};

} // namespace

TEST_F (LibraryBuildTest, makesALibraryThatPassesItsOwnVerification)
{
    const auto built = build (recipe, "library");

    ASSERT_TRUE (built) << built.problem().sentence();
    EXPECT_EQ (built->size(), 4u);
    EXPECT_THAT (library::verifyLibrary (folder / "library"), testing::IsEmpty());
    EXPECT_TRUE (std::filesystem::exists (folder / "library/non-free/desktop-speaker/two.json"));
}

TEST_F (LibraryBuildTest, classFiguresCountTheirUnitsAndSayTheirSpread)
{
    ASSERT_TRUE (build (recipe, "library"));
    const auto catalogue = library::Catalogue::read ({ folder / "library" });
    ASSERT_TRUE (catalogue);
    const auto& both = *catalogue->device ("desktop-speaker/both");

    EXPECT_EQ (both.provenance.numUnits, 2);
    EXPECT_EQ (both.provenance.evidence, library::Evidence::classTypical);
    EXPECT_NEAR (both.responses[0].level.levelDbAt (19000.0), 5.9, 0.15);
    EXPECT_NEAR (both.responses[0].spread->levelDbAt (19000.0), 2.8, 0.15);
}

TEST_F (LibraryBuildTest, givesTheSameBytesTwice)
{
    ASSERT_TRUE (build (recipe, "first"));
    ASSERT_TRUE (build (recipe, "second"));

    for (const auto* name : { "desktop-speaker/one.json", "car/car.json", "targets/flat.json" })
        EXPECT_EQ (support::readWhole (folder / "first" / name),
                   support::readWhole (folder / "second" / name));
}

TEST_F (LibraryBuildTest, namesTheRowThatIsWrong)
{
    const auto problemOf = [&] (const std::string& text) {
        const auto built = build (text, "library");
        return built ? std::string ("built") : built.problem().sentence();
    };

    EXPECT_THAT (problemOf (replaced ("\"files\": \"one.csv\"", "\"colour\": \"red\"")),
                 HasSubstr ("One/colour"));
    EXPECT_THAT (problemOf (replaced ("\"one.csv\"", "\"none.csv\"")), HasSubstr ("none.csv"));
    EXPECT_THAT (problemOf (replaced ("desktop-speaker/two\"", "desktop-speaker/three\"")),
                 HasSubstr ("desktop-speaker/three"));
    EXPECT_THAT (problemOf (replaced ("\"id\": \"two\"", "\"id\": \"one\"")),
                 HasSubstr ("given twice"));
    EXPECT_EQ (problemOf (std::string (recipe)), "built");
}
