// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Catalogue.h"
#include "library/FolderListing.h"
#include "library/LibraryRecipe.h"
#include "library/LibraryVerification.h"
#include "library/MeasurementImport.h"
#include "library/ProfileWriter.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

namespace
{

const std::filesystem::path ourLibrary = std::filesystem::path (ELSEWHERE_SOURCE_DIR)
                                         / "ir_library";

const library::Catalogue& catalogue()
{
    static const auto whole = library::Catalogue::read ({ ourLibrary });
    return *whole;
}

} // namespace

TEST (Library, everyFileIsInOrder)
{
    for (const auto& problem : library::verifyLibrary (ourLibrary))
        ADD_FAILURE() << problem.sentence();
}

TEST (Library, holdsEveryKindThatWasMeasuredOrModelled)
{
    using library::DeviceKind;
    std::map<DeviceKind, int> count;

    for (const auto& device : catalogue().devices())
        ++count[device.kind];

    EXPECT_GE (count[DeviceKind::earbuds] + count[DeviceKind::headphones], 130);

    for (const auto kind : library::allKinds())
        EXPECT_GE (count[kind], kind == DeviceKind::tv ? 0 : 1) << library::kindId (kind);
}

TEST (Library, knowsTheDevicesOfTheKeyboard)
{
    for (const auto* id : { "earbuds/airpods-pro-2",
                            "earbuds/airpods-3",
                            "phone/phone-typical",
                            "laptop/laptop-typical",
                            "smart-speaker/homepod-mini",
                            "bluetooth-speaker/soundlink-revolve",
                            "car/sedan-2002-front",
                            "headphones/sony-wh-1000xm5",
                            "soundbar/bose-tv-speaker" })
        EXPECT_NE (catalogue().device (id), nullptr) << id;
}

TEST (Library, filesAreWrittenAsOurWriterWritesThem)
{
    for (const auto& device : catalogue().devices())
        EXPECT_EQ (support::readWhole (device.file), library::writeProfile (device)) << device.file;
}

TEST (Library, filesAndRowsOfTheRecipeAreTheSame)
{
    const auto recipe = library::readRecipe (ourLibrary / "sources.json", "raw");
    ASSERT_TRUE (recipe) << recipe.problem().sentence();
    std::set<std::string> rows;
    std::set<std::string> files;

    for (const auto& entry : recipe->devices)
        rows.insert (std::string (library::kindId (entry.request.kind)) + "/" + entry.request.id);

    for (const auto& device : catalogue().devices())
        files.insert (device.id);

    EXPECT_EQ (rows, files);
}

TEST (Library, openEarbudsHaveNoDeepBass)
{
    for (const auto* id : { "earpods", "airpods-1", "airpods-2", "airpods-3", "airpods-4" })
    {
        const auto& level = catalogue().device (id)->responses[0].level;
        EXPECT_LT (level.levelDbAt (30.0), -12.0) << id;
    }
}

TEST (Library, phonesHaveNoBassEither)
{
    for (const auto& device : catalogue().devices())
        if (device.kind == library::DeviceKind::phone)
        {
            const auto& level = device.responses[0].level;
            EXPECT_LT (level.levelDbAt (80.0), level.levelDbAt (1000.0) - 18.0) << device.id;
            EXPECT_EQ (device.fold.kind, library::Fold::Kind::monoSum) << device.id;
        }
}
