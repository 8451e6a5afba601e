// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Catalogue.h"

#include "library/ExampleDevices.h"
#include "library/LibraryVerification.h"
#include "library/ProfileWriter.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

using library::Catalogue;
using testing::HasSubstr;

namespace fs = std::filesystem;

namespace
{

/** Two library folders of the test's own, removed at its end. */
class CatalogueTest : public testing::Test
{
protected:
    CatalogueTest()
    {
        fs::remove_all (root);
        add (ours, tests::examplePhone());
    }

    ~CatalogueTest() override { fs::remove_all (root); }

    static void write (const fs::path& file, const std::string& text)
    {
        fs::create_directories (file.parent_path());
        std::ofstream { file } << text;
    }

    static void add (const fs::path& folder, const library::DeviceProfile& device)
    {
        write (folder / (device.id + ".json"), library::writeProfile (device));
    }

    fs::path root = fs::path (testing::TempDir())
                    / (std::string ("catalogue-")
                       + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::path ours = root / "ours";
    fs::path theirs = root / "theirs";
};

} // namespace

TEST_F (CatalogueTest, findsADeviceByItsIdAndByItsBareName)
{
    const auto catalogue = Catalogue::read ({ ours });

    ASSERT_TRUE (catalogue) << catalogue.problem().sentence();
    ASSERT_NE (catalogue->device ("phone/example"), nullptr);
    EXPECT_EQ (catalogue->device ("example"), catalogue->device ("phone/example"));
    EXPECT_EQ (catalogue->device ("exampl"), nullptr);
}

TEST_F (CatalogueTest, asksForTheKindWhenABareNameIsNotUnique)
{
    add (ours, tests::exampleEarbuds());
    const auto catalogue = Catalogue::read ({ ours });

    ASSERT_TRUE (catalogue) << catalogue.problem().sentence();
    EXPECT_EQ (catalogue->device ("example"), nullptr);
    EXPECT_NE (catalogue->device ("earbuds/example"), nullptr);
}

TEST_F (CatalogueTest, namesBothFilesOfAnIdThatExistsTwice)
{
    add (theirs, tests::examplePhone());
    const auto catalogue = Catalogue::read ({ ours, theirs });

    ASSERT_FALSE (catalogue);
    EXPECT_THAT (catalogue.problem().where, HasSubstr ((theirs / "phone/example.json").string()));
    EXPECT_THAT (catalogue.problem().what, HasSubstr ((ours / "phone/example.json").string()));
}

TEST_F (CatalogueTest, addsAUsersLibraryAndForgivesItsUnknownKeys)
{
    auto text = library::writeProfile (tests::exampleEarbuds());
    text.replace (text.find ("\"schema\": 1"), 11, "\"schema\": 1, \"mine\": true");
    write (theirs / "earbuds" / "example.json", text);

    const auto both = Catalogue::read ({ ours, theirs });
    ASSERT_TRUE (both) << both.problem().sentence();
    EXPECT_EQ (both->devices().size(), 2u);
    EXPECT_EQ (both->devices()[0].id, "earbuds/example");
    EXPECT_FALSE (Catalogue::read ({ theirs }));
}

TEST_F (CatalogueTest, suggestsWhatWasMeant)
{
    add (ours, tests::exampleEarbuds());
    const auto catalogue = Catalogue::read ({ ours });

    ASSERT_TRUE (catalogue);
    EXPECT_THAT (catalogue->similarIds ("phone/exmaple"), testing::Contains ("phone/example"));
    EXPECT_THAT (catalogue->similarIds ("phone/exmaple")[0], "phone/example");
    EXPECT_THAT (catalogue->similarIds ("earbud"), testing::Contains ("earbuds/example"));
    EXPECT_THAT (catalogue->similarIds ("zzz"), testing::IsEmpty());

    auto headphones = tests::exampleEarbuds();
    headphones.kind = library::DeviceKind::headphones;
    headphones.id = "headphones/example";
    add (ours, headphones);
    const auto more = Catalogue::read ({ ours });
    ASSERT_TRUE (more) << more.problem().sentence();
    EXPECT_EQ (more->similarIds ("phone")[0], "phone/example");
}

TEST_F (CatalogueTest, refusesAFolderThatIsNotThere)
{
    const auto catalogue = Catalogue::read ({ ours, root / "nowhere" });

    ASSERT_FALSE (catalogue);
    EXPECT_THAT (catalogue.problem().where, HasSubstr ("nowhere"));
    EXPECT_TRUE (Catalogue::read ({ ours }));
}

TEST_F (CatalogueTest, verificationListsEveryProblemOfALibrary)
{
    EXPECT_THAT (library::verifyLibrary (ours), testing::IsEmpty());

    auto stray = tests::examplePhone();
    stray.id = "phone/stray";
    stray.environment = "moon";
    stray.provenance.licence = "CC-BY-NC-4.0";
    add (ours, stray);
    fs::create_directories (ours / "environments");
    write (ours / "phone" / "torn.json", "{");
    EXPECT_EQ (library::verifyLibrary (ours).size(), 3u);
    EXPECT_EQ (library::verifyLibrary (root / "nowhere").size(), 1u);
}
