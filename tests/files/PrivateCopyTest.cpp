// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/PrivateCopy.h"

#include "files/FileIdentity.h"
#include "files/InputFile.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace files
{
namespace
{

bool goOn() { return true; }

/** None of the room of a test's disk matters. */
constexpr PrivateCopy::Limits anyRoom { 1u << 20u, 0 };

class PrivateCopyTest : public testing::Test
{
protected:
    std::string bytesOf (const PrivateCopy& copy)
    {
        return readBytes (copy.place(), maximumTextBytes).value();
    }

    const support::TemporaryFolder folder;
    const support::TemporaryFolder place;
};

TEST_F (PrivateCopyTest, staysWhatTheFileWas)
{
    const auto file = folder.write ("bounce.wav", "first");
    const auto copy = PrivateCopy::of (file, place.path, anyRoom, goOn);
    ASSERT_TRUE (copy);
    folder.write ("bounce.wav", "a second one, and longer");
    EXPECT_EQ (bytesOf (*copy), "first");
    EXPECT_EQ (bytesOf (*copy), "first") << "as often as it is read";
    std::filesystem::remove (file);
    EXPECT_EQ (bytesOf (*copy), "first");
}

TEST_F (PrivateCopyTest, canBeMadeInTheUsualFolder)
{
    const auto file = folder.write ("bounce.wav", "first");
    EXPECT_TRUE (PrivateCopy::of (file, PrivateCopy::usualFolder(), anyRoom, goOn));
}

TEST_F (PrivateCopyTest, leavesNothingInItsFolder)
{
    const auto file = folder.write ("bounce.wav", "first");
    const auto copy = PrivateCopy::of (file, place.path, anyRoom, goOn);
    ASSERT_TRUE (copy);
    EXPECT_TRUE (std::filesystem::is_empty (place.path));
}

TEST_F (PrivateCopyTest, refusesWhatIsTooLongOrHasNoRoom)
{
    const auto file = folder.write ("bounce.wav", "first");
    EXPECT_FALSE (PrivateCopy::of (file, place.path, { 4, 0 }, goOn));
    EXPECT_FALSE (PrivateCopy::of (file, place.path, { 1u << 20u, ~std::uintmax_t { 0 } }, goOn));
    EXPECT_FALSE (PrivateCopy::of (file, "/no such folder", anyRoom, goOn));
    EXPECT_FALSE (PrivateCopy::of (folder / "missing.wav", place.path, anyRoom, goOn));
    EXPECT_TRUE (PrivateCopy::of (file, place.path, { 5, 0 }, goOn)) << "a good one passes";
}

TEST_F (PrivateCopyTest, canBeBrokenOff)
{
    const auto file = folder.write ("bounce.wav", "first");
    EXPECT_FALSE (PrivateCopy::of (file, place.path, anyRoom, [] { return false; }));
}

TEST_F (PrivateCopyTest, isNoneOfAFileThatChangesMeanwhile)
{
    const auto file = folder.write ("bounce.wav", "first");
    const auto writeOn = [&] {
        folder.write ("bounce.wav", "first and more");
        return true;
    };
    EXPECT_FALSE (PrivateCopy::of (file, place.path, anyRoom, writeOn));
}

TEST (FileIdentity, changesWithTheContent)
{
    const support::TemporaryFolder folder;
    const auto file = folder.write ("bounce.wav", "first");
    const auto before = identityOf (file);
    ASSERT_TRUE (before);
    EXPECT_EQ (identityOf (file), before);
    folder.write ("bounce.wav", "longer than it was");
    EXPECT_NE (identityOf (file), before);
    EXPECT_FALSE (identityOf (folder / "missing.wav"));
}

} // namespace
} // namespace files
