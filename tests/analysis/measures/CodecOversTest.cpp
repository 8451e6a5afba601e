// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/CodecOvers.h"

#include "analysis/TestMaster.h"
#include "files/Codecs.h"
#include "support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace analysis
{
namespace
{

using namespace test_master;

bool goOn() { return true; }

TEST (CodecOvers, areLookedForWhereThePeaksAreHigh)
{
    PeakCurve peaks (1200, 0.3f); // two minutes

    for (std::size_t hop = 300; hop < 350; ++hop)
        peaks[hop] = 0.9f;

    for (std::size_t hop = 800; hop < 850; ++hop)
        peaks[hop] = 0.95f;

    const auto stretches = stretchesOfHighPeaks (peaks, 120.0);
    ASSERT_EQ (stretches.size(), 3u);
    EXPECT_THAT (stretches, testing::Contains (TimeRange { 30.0, 35.0 }));
    EXPECT_THAT (stretches, testing::Contains (TimeRange { 80.0, 85.0 }));
    EXPECT_THAT (stretchesOfHighPeaks (PeakCurve (100, 0.3f), 10.0),
                 testing::ElementsAre (TimeRange { 0.0, 10.0 }));
}

TEST (CodecOvers, areWhatIsOverFullScaleAndWhere)
{
    // Two stretches of 5 s, from 10 and from 50 s on; 2 s into the second the sine is 1.25 high for a second.
    const std::vector<TimeRange> stretches { { 10.0, 15.0 }, { 50.0, 55.0 } };
    const auto decoded = made (2, 10.0, [] (double at, std::size_t) {
        return (at >= 7.0 && at < 8.0 ? 1.25 : 0.5) * sine (1000.0, at);
    });
    const auto over = oversIn (decoded.block(), rate, stretches);

    EXPECT_NEAR (over.truePeakDbtp, 20.0 * std::log10 (1.25), 0.1);
    EXPECT_NEAR (totalLength (over.overs), 1.0, 0.25);
    ASSERT_FALSE (over.overs.empty());
    EXPECT_NEAR (over.overs.front().start, 52.0, 0.11);

    // What is over 1 of 1.25 sin x, squared: 4 ∫ (1.25 sin x − 1)² over the top, against 9 · 0.5 · 0.25 + 0.78.
    double excess = 0.0;

    for (int i = 0; i < 100000; ++i)
        excess += std::pow (std::max (0.0, 1.25 * std::abs (sine (1.0, i / 100000.0)) - 1.0), 2.0);

    EXPECT_NEAR (
        over.clippedDb, 10.0 * std::log10 (excess / 100000.0 / (9.0 * 0.125 + 0.78125)), 0.1);
}

TEST (CodecOvers, areNotLookedForAtTheJoints)
{
    const auto decoded = made (1, 10.0, [] (double at, std::size_t) {
        return (at < 0.1 || (at > 4.9 && at < 5.1) ? 1.5 : 0.5) * sine (1000.0, at);
    });
    const auto over = oversIn (decoded.block(), rate, { { 0.0, 5.0 }, { 20.0, 25.0 } });
    EXPECT_TRUE (over.overs.empty());
    EXPECT_EQ (over.clippedDb, -120.0);
}

TEST (CodecOvers, ofFfmpegAreFoundInALoudMasterAndNotInASoftOne)
{
    if (! files::ffmpegEncoders ({}))
        GTEST_SKIP() << "ffmpeg is not installed";

    const support::TemporaryFolder folder;
    const auto write = [&] (std::string_view name, float gain) {
        auto master = pink (3.0, 0.3);
        auto writer = files::AudioFileWriter::create (
            folder / name, { files::Encoding::wavFloat, 2, rate, {} }, files::Overwrite::refuse);
        during (master, 0.0, 3.0, [gain] (float& left, float& right) {
            left = std::clamp (gain * left, -1.0f, 1.0f);
            right = std::clamp (gain * right, -1.0f, 1.0f);
        });
        EXPECT_TRUE (writer && writer->write (master.block()) && writer->finish());
        return folder / name;
    };
    const auto tried = [] (const std::filesystem::path& path) {
        auto file = files::AudioFileReader::open (path);
        return tryCodecs (*file, { { 0.0, 3.0 } }, 1, goOn).value();
    };
    const auto loud = tried (write ("loud.wav", 8.0f));
    const auto soft = tried (write ("soft.wav", 0.5f));

    EXPECT_TRUE (loud.notTried.empty());
    EXPECT_EQ (loud.codecs.size() + loud.missing.size(), files::lossyCodecs().size());

    for (const auto& over : loud.codecs)
        EXPECT_GT (over.truePeakDbtp, 0.0) << over.codec; // what was clipped overshoots

    for (const auto& over : soft.codecs)
    {
        EXPECT_TRUE (over.overs.empty()) << over.codec;
        EXPECT_GT (over.truePeakDbtp, -20.0) << over.codec; // it was heard at all
    }
}

TEST (CodecOvers, endWhenTheyAreToldTo)
{
    const support::TemporaryFolder folder;
    const auto master = pink (1.0);
    auto writer = files::AudioFileWriter::create (
        folder / "a.wav", { files::Encoding::wavFloat, 2, rate, {} }, files::Overwrite::refuse);
    ASSERT_TRUE (writer && writer->write (master.block()) && writer->finish());
    auto file = files::AudioFileReader::open (folder / "a.wav");
    const auto tried = tryCodecs (*file, { { 0.0, 1.0 } }, 1, [] { return false; });
    EXPECT_TRUE (! tried || ! tried->notTried.empty());
}

} // namespace
} // namespace analysis
