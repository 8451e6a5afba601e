// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/OutputNames.h"

#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace cli
{
namespace
{

const std::vector<Subject> neutralOnly { { library::Subject::neutral, nullptr } };
const std::vector<Subject> both { { library::Subject::neutral, nullptr },
                                  { library::Subject::untouched, nullptr } };

TEST (OutputNames, sayThatItIsNotAMaster)
{
    const support::TemporaryFolder folder;
    const auto paths = outputPaths ({ "a/My Song.flac" }, neutralOnly, { folder.path });
    ASSERT_TRUE (paths);
    EXPECT_EQ ((*paths)[0][0].filename(), "My Song (heard on Neutral, not a master).wav");
}

TEST (OutputNames, aSingleOutputMayHaveANameOfItsOwn)
{
    const support::TemporaryFolder folder;
    const auto paths = outputPaths (
        { "song.wav" }, neutralOnly, { folder.path / "heard here.wav" });
    ASSERT_TRUE (paths);
    EXPECT_EQ ((*paths)[0][0], folder.path / "heard here.wav");
}

TEST (OutputNames, severalOutputsMakeTheFolder)
{
    const support::TemporaryFolder folder;
    const auto paths = outputPaths ({ "song.wav" }, both, { folder.path / "new" });
    ASSERT_TRUE (paths);
    EXPECT_TRUE (std::filesystem::is_directory (folder.path / "new"));
    EXPECT_EQ ((*paths)[0].size(), 2u);
}

TEST (OutputNames, keepMastersOfOneNameApart)
{
    const support::TemporaryFolder folder;
    const auto paths = outputPaths ({ "a/song.wav", "b/song.wav" }, neutralOnly, { folder.path });
    ASSERT_TRUE (paths);
    EXPECT_NE ((*paths)[0][0], (*paths)[1][0]);
}

TEST (OutputNames, refuseToReplaceUnlessAllowed)
{
    const support::TemporaryFolder folder;
    const auto file = folder.path / "song.wav";
    std::ofstream { file } << "precious";

    const auto refused = outputPaths ({ "x.wav" }, neutralOnly, { file });
    ASSERT_FALSE (refused);
    EXPECT_NE (refused.problem().cure.find ("--force"), std::string::npos);

    OutputWish allowed { file };
    allowed.overwrite = files::Overwrite::allow;
    EXPECT_TRUE (outputPaths ({ "x.wav" }, neutralOnly, allowed));
}

TEST (OutputNames, neverReplaceTheMasterItself)
{
    const support::TemporaryFolder folder;
    const auto song = folder.write ("song.wav", "music");
    std::filesystem::create_symlink (song, folder / "link.wav");

    for (const auto& place : { song, folder / "link.wav" })
        EXPECT_FALSE (outputPaths (
            { song }, neutralOnly, { place, files::Encoding::wavFloat, files::Overwrite::allow }));

    const auto other = folder.write ("other.wav", "a render");
    EXPECT_TRUE (outputPaths (
        { song }, neutralOnly, { other, files::Encoding::wavFloat, files::Overwrite::allow }));
}

TEST (OutputNames, refuseAFileWhereAFolderIsNeeded)
{
    const support::TemporaryFolder folder;
    const auto file = folder.path / "taken";
    std::ofstream { file } << "a file";
    EXPECT_FALSE (outputPaths ({ "x.wav" }, both, { file }));
    EXPECT_TRUE (outputPaths ({ "x.wav" }, both, { folder.path })) << "a good one passes";
}

TEST (OutputNames, knowTheFormats)
{
    EXPECT_EQ (encodingNamed ("wav16").value(), files::Encoding::wav16);
    EXPECT_EQ (encodingNamed ("flac").value(), files::Encoding::flac);
    EXPECT_FALSE (encodingNamed ("mp3"));
}

} // namespace
} // namespace cli
