// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Spool.h"

#include "dsp/AudioBuffer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

namespace files
{
namespace
{

TEST (Spool, givesBackWhatItWasGivenTwice)
{
    auto spool = Spool::create (std::filesystem::temp_directory_path(), 2);
    ASSERT_TRUE (spool);
    dsp::AudioBuffer block (2, 100);

    for (std::size_t i = 0; i < 100; ++i)
    {
        block.channel (0)[i] = static_cast<float> (i);
        block.channel (1)[i] = -0.5f * static_cast<float> (i);
    }

    ASSERT_TRUE (spool->write (block.block()));
    ASSERT_TRUE (spool->write (block.block().slice (0, 30)));
    EXPECT_EQ (spool->numFrames(), 130);

    for (int pass = 0; pass < 2; ++pass)
    {
        dsp::AudioBuffer back (2, 120);
        spool->rewind();
        EXPECT_EQ (spool->read (back.block()).value(), 120u);
        EXPECT_EQ (back.channel (0)[99], 99.0f);
        EXPECT_EQ (back.channel (1)[101], -0.5f);
        EXPECT_EQ (spool->read (back.block()).value(), 10u);
        EXPECT_EQ (back.channel (0)[9], 29.0f);
        EXPECT_EQ (spool->read (back.block()).value(), 0u);
    }
}

TEST (Spool, leavesNothingInItsFolder)
{
    const auto folder = std::filesystem::temp_directory_path()
                        / ("elsewhere-spool-" + std::to_string (::getpid()));
    std::filesystem::create_directories (folder);
    auto spool = Spool::create (folder, 1);
    ASSERT_TRUE (spool);
    EXPECT_TRUE (std::filesystem::is_empty (folder));
    std::filesystem::remove_all (folder);
}

TEST (Spool, namesTheFolderItCannotWriteTo)
{
    const auto refused = Spool::create ("/no such folder", 2);
    ASSERT_FALSE (refused);
    EXPECT_NE (refused.problem().where.find ("/no such folder"), std::string::npos);
    EXPECT_TRUE (Spool::create (std::filesystem::temp_directory_path(), 2)) << "a good one passes";
}

} // namespace
} // namespace files
