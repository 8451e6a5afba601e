// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OutputFile.h"

#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace files
{
namespace
{

namespace fs = std::filesystem;
using support::readWhole;
using support::TemporaryFolder;
using testing::HasSubstr;

TEST (OutputFile, hasItsNameOnlyWhenComplete)
{
    const TemporaryFolder folder;
    auto file = OutputFile::create (folder / "song.wav", Overwrite::refuse);
    ASSERT_TRUE (file);
    std::ofstream (file->temporaryPath()) << "all of it";

    EXPECT_FALSE (fs::exists (folder / "song.wav"));
    EXPECT_EQ (file->temporaryPath().parent_path(), folder.path);
    EXPECT_TRUE (file->temporaryPath().filename().string().starts_with ("."));

    ASSERT_TRUE (file->commit());
    EXPECT_EQ (readWhole (folder / "song.wav"), "all of it");
    EXPECT_EQ (folder.numEntries(), 1u);
}

TEST (OutputFile, leavesNothingBehindWhenGivenUp)
{
    const TemporaryFolder folder;

    {
        auto file = OutputFile::create (folder / "song.wav", Overwrite::refuse);
        std::ofstream (file->temporaryPath()) << "half of i";
    }

    EXPECT_EQ (folder.numEntries(), 0u);
}

TEST (OutputFile, survivesBeingMoved)
{
    const TemporaryFolder folder;
    auto first = *OutputFile::create (folder / "a", Overwrite::refuse);
    auto second = *OutputFile::create (folder / "b", Overwrite::refuse);
    first = std::move (second);

    EXPECT_TRUE (first.commit());
    EXPECT_TRUE (fs::exists (folder / "b"));
}

TEST (OutputFile, twoRunsDoNotShareATemporaryName)
{
    const TemporaryFolder folder;
    const auto first = OutputFile::create (folder / "a", Overwrite::refuse);
    const auto second = OutputFile::create (folder / "a", Overwrite::refuse);

    EXPECT_NE (first->temporaryPath(), second->temporaryPath());
}

TEST (OutputFile, keepsAnExistingFileUnlessAllowed)
{
    const TemporaryFolder folder;
    const auto target = folder.write ("song.wav", "old");

    const auto refused = OutputFile::create (target, Overwrite::refuse);
    ASSERT_FALSE (refused);
    EXPECT_THAT (refused.problem().cure, HasSubstr ("--force"));
    EXPECT_EQ (readWhole (target), "old");

    EXPECT_TRUE (writeText (target, "new", Overwrite::allow));
    EXPECT_EQ (readWhole (target), "new");
}

TEST (OutputFile, keepsAFileThatCameWhileItWasWriting)
{
    const TemporaryFolder folder;
    auto file = OutputFile::create (folder / "song.wav", Overwrite::refuse);
    ASSERT_TRUE (file);
    folder.write ("song.wav", "somebody else's");

    EXPECT_FALSE (file->commit());
    EXPECT_EQ (readWhole (folder / "song.wav"), "somebody else's");
}

TEST (OutputFile, refusesFoldersAndDevices)
{
    const TemporaryFolder folder;

    EXPECT_THAT (OutputFile::create (folder.path, Overwrite::allow).problem().what,
                 HasSubstr ("folder"));
    EXPECT_THAT (OutputFile::create (folder / "", Overwrite::allow).problem().what,
                 HasSubstr ("folder"));
    EXPECT_THAT (OutputFile::create ("/dev/null", Overwrite::allow).problem().what,
                 HasSubstr ("device"));
    EXPECT_TRUE (OutputFile::create (folder / "good", Overwrite::refuse));
}

TEST (OutputFile, refusesFoldersThatAreMissingOrClosed)
{
    const TemporaryFolder folder;
    const auto file = folder.write ("file", "x");

    const auto missing = OutputFile::create (folder / "none/song.wav", Overwrite::refuse);
    EXPECT_EQ (missing.problem().kind, units::Problem::Kind::unwritableFile);
    EXPECT_THAT (missing.problem().what, HasSubstr ("no folder"));
    EXPECT_THAT (OutputFile::create (file / "song.wav", Overwrite::refuse).problem().what,
                 HasSubstr ("not a folder"));
    // /proc takes no files from anybody, not even from root.
    EXPECT_THAT (OutputFile::create ("/proc/song.wav", Overwrite::refuse).problem().what,
                 HasSubstr ("Nothing can be written"));
    EXPECT_TRUE (OutputFile::create (folder / "good", Overwrite::refuse));
}

TEST (OutputFile, writesThroughALink)
{
    const TemporaryFolder folder;
    fs::create_symlink (folder.write ("real", "old"), folder / "link");

    ASSERT_TRUE (writeText (folder / "link", "new", Overwrite::allow));
    EXPECT_TRUE (fs::is_symlink (folder / "link"));
    EXPECT_EQ (readWhole (folder / "real"), "new");
}

TEST (OutputFile, writesIntoTheWorkingFolder)
{
    const TemporaryFolder folder;
    const auto before = fs::current_path();
    fs::current_path (folder.path);
    const auto written = writeText ("plain.txt", "text", Overwrite::refuse);
    fs::current_path (before);

    EXPECT_TRUE (written);
    EXPECT_EQ (readWhole (folder / "plain.txt"), "text");
}

} // namespace
} // namespace files
