// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/BounceWatch.h"

#include <gtest/gtest.h>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

using Kind = BounceWatch::News::Kind;

class BounceWatchTest : public testing::Test
{
protected:
    static BounceWatch::Setting quickly (const std::filesystem::path& folder)
    {
        return { folder, { std::uintmax_t { 1 } << 24u, 0 }, { 0.02 } };
    }

    std::filesystem::path write (std::size_t numFrames, unsigned seed)
    {
        return live_examples::writeFile (folder / "mix.wav",
                                         live_examples::programme (numFrames, seed));
    }

    BounceWatch::News next()
    {
        while (true)
        {
            if (auto news = watch.take())
                return *news;

            std::this_thread::sleep_for (std::chrono::milliseconds (1));
        }
    }

    static std::int64_t numFrames (const FileVersion& version)
    {
        return files::AudioFileReader::open (version.place())->numFrames();
    }

    const support::TemporaryFolder folder;
    const support::TemporaryFolder copies;
    BounceWatch watch { quickly (copies.path) };
};

TEST_F (BounceWatchTest, keepsWhatIsHeardAndBringsWhatComesAfter)
{
    const auto first = FileVersion::of (write (48000, 1));
    watch.watch (first);
    auto news = next();
    ASSERT_EQ (news.kind, Kind::kept);
    EXPECT_EQ (news.now.identity, first.identity);
    EXPECT_EQ (numFrames (news.now), 48000);

    write (60000, 2);
    ASSERT_EQ (next().kind, Kind::changing);
    news = next();
    ASSERT_EQ (news.kind, Kind::bounced);
    EXPECT_EQ (numFrames (news.now), 60000);
    EXPECT_EQ (numFrames (news.before), 48000) << "though it was written over";
    EXPECT_EQ (news.before.identity, first.identity);

    write (70000, 3);
    ASSERT_EQ (next().kind, Kind::changing);
    news = next();
    ASSERT_EQ (news.kind, Kind::bounced);
    EXPECT_EQ (numFrames (news.before), 60000);
}

TEST_F (BounceWatchTest, waitsUntilAFileCanBeRead)
{
    const auto file = write (48000, 1);
    watch.watch (FileVersion::of (file));
    ASSERT_EQ (next().kind, Kind::kept);
    folder.write ("mix.wav", "a header that is not written yet");
    ASSERT_EQ (next().kind, Kind::changing);
    std::filesystem::remove (file);
    write (60000, 2);
    auto news = next();

    // Taken away and put there again it may be seen to change twice.
    if (news.kind == Kind::changing)
        news = next();

    ASSERT_EQ (news.kind, Kind::bounced);
    EXPECT_EQ (numFrames (news.now), 60000);
}

TEST_F (BounceWatchTest, saysWhatItDoesNotKeep)
{
    const auto file = write (std::size_t { 1 } << 22u, 1); // 32 MiB
    watch.watch (FileVersion::of (file));
    auto news = next();
    ASSERT_EQ (news.kind, Kind::notKept);
    EXPECT_NE (news.problem->what.find ("MiB"), std::string::npos);
    write (48000, 2);
    ASSERT_EQ (next().kind, Kind::changing);
    news = next();
    ASSERT_EQ (news.kind, Kind::bounced);
    EXPECT_EQ (news.before.copy, nullptr);
    EXPECT_NE (news.now.copy, nullptr);
}

TEST_F (BounceWatchTest, forgetsWhatIsNotWatchedAnyMore)
{
    watch.watch (FileVersion::of (write (48000, 1)));
    ASSERT_EQ (next().kind, Kind::kept);
    const auto other = live_examples::writeFile (folder / "other.wav",
                                                 live_examples::programme (4800, 7));
    watch.watch (FileVersion::of (other));
    write (60000, 2);
    const auto news = next();
    EXPECT_EQ (news.kind, Kind::kept);
    EXPECT_EQ (news.now.file, other);
}

} // namespace
} // namespace monitoring
