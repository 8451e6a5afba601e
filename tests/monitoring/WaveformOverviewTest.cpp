// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/WaveformOverview.h"

#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "LivePlayer.h"

namespace monitoring
{
namespace
{

constexpr std::size_t second = 48000;

/** Looked at sample by sample. */
WaveformColumn slowColumn (const support::Signal& signal, std::size_t begin, std::size_t end)
{
    WaveformColumn column { 1e9f, -1e9f, 0.0f };
    double power = 0.0;

    for (const auto& channel : signal)
        for (std::size_t n = begin; n < end; ++n)
        {
            const auto sample = static_cast<float> (channel[n]);
            column.lowest = std::min (column.lowest, sample);
            column.highest = std::max (column.highest, sample);
            power += channel[n] * channel[n];
        }

    column.rms = static_cast<float> (
        std::sqrt (power / static_cast<double> (signal.size() * (end - begin))));
    return column;
}

void expectEqual (const WaveformColumn& column, const WaveformColumn& expected)
{
    EXPECT_FLOAT_EQ (column.lowest, expected.lowest);
    EXPECT_FLOAT_EQ (column.highest, expected.highest);
    EXPECT_NEAR (column.rms, expected.rms, 1e-4f * expected.rms);
}

TEST (WaveformPyramid, showsEveryZoomAsTheSamplesHaveIt)
{
    constexpr std::size_t length = 1u << 20u;
    const auto signal = support::noise (2, length, 4);
    const auto buffer = support::toBuffer (signal);
    WaveformPyramid pyramid { length };

    for (std::size_t done = 0; done < length;)
    {
        const auto count = std::min<std::size_t> (10007, length - done);
        pyramid.add (buffer.block().slice (done, count));
        done += count;
    }

    for (const std::size_t columns : { 1u, 4u, 64u, 512u, 4096u })
    {
        const auto view = pyramid.view (0.0, length, columns);
        ASSERT_EQ (view.size(), columns);
        const auto each = length / columns;

        for (const auto column : { std::size_t { 0 }, columns / 2, columns - 1 })
            expectEqual (view[column], slowColumn (signal, column * each, (column + 1) * each));
    }

    const auto part = pyramid.view (length / 2.0, length / 2.0 + 4096.0, 2);
    expectEqual (part[1], slowColumn (signal, length / 2 + 2048, length / 2 + 4096));
}

TEST (WaveformPyramid, takesNoMoreRoomForThreeHours)
{
    constexpr std::int64_t threeHours = std::int64_t { 3 } * 3600 * 192000;
    const WaveformPyramid pyramid { threeHours };
    EXPECT_GE (pyramid.framesPerColumn() * static_cast<std::int64_t> (WaveformPyramid::mostColumns),
               threeHours);
    EXPECT_LT (pyramid.framesPerColumn(), 192000 / 10)
        << "and still is finer than a tenth of a second";
}

TEST (WaveformPyramid, showsNothingWhereNothingWasAdded)
{
    WaveformPyramid pyramid { 4000 };
    EXPECT_EQ (pyramid.view (0.0, 4000.0, 2)[0], WaveformColumn {});
    const auto signal = support::noise (1, 2000, 4);
    pyramid.add (support::toBuffer (signal).block());
    const auto view = pyramid.view (0.0, 4000.0, 2);
    expectEqual (view[0], slowColumn (signal, 0, 2000));
    EXPECT_EQ (view[1], WaveformColumn {});
    EXPECT_EQ (pyramid.view (-8000.0, 8000.0, 4)[0], WaveformColumn {}) << "nor outside";
}

class WaveformOverviewTest : public testing::Test
{
protected:
    void waitUntilRead() const
    {
        while (overview.progress() < 1.0)
            std::this_thread::sleep_for (std::chrono::milliseconds (1));
    }

    const support::TemporaryFolder folder;
    WaveformOverview overview;
};

TEST_F (WaveformOverviewTest, showsWhatTheFileHas)
{
    const auto signal = support::noise (2, 3 * second, 8);
    EXPECT_TRUE (overview.view (0.0, 3.0, 10).empty()) << "nothing is open";
    overview.show (live_examples::writeFile (folder / "a.wav", signal));
    waitUntilRead();
    const auto view = overview.view (1.0, 2.0, 4);
    ASSERT_EQ (view.size(), 4u);
    expectEqual (view[2], slowColumn (signal, second + 24000, second + 36000));
    EXPECT_FALSE (overview.problem());
}

TEST_F (WaveformOverviewTest, showsTheFileThatWasAskedForLast)
{
    const auto first = live_examples::writeFile (folder / "a.wav",
                                                 support::noise (2, 9 * second, 8));
    const auto signal = support::noise (1, second, 9);
    const auto other = live_examples::writeFile (folder / "b.wav", signal);

    for (int i = 0; i < 20; ++i)
        overview.show (i % 2 == 0 ? first : other);

    waitUntilRead();
    expectEqual (overview.view (0.0, 1.0, 1)[0], slowColumn (signal, 0, second));
    const auto version = overview.version();
    overview.show ({});
    EXPECT_TRUE (overview.view (0.0, 1.0, 1).empty());
    EXPECT_NE (overview.version(), version);
    EXPECT_EQ (overview.progress(), 1.0);
}

TEST_F (WaveformOverviewTest, saysWhyThereIsNone)
{
    overview.show (folder.write ("broken.wav", "this is no audio"));
    waitUntilRead();
    EXPECT_TRUE (overview.problem());
    EXPECT_TRUE (overview.view (0.0, 1.0, 1).empty());
}

} // namespace
} // namespace monitoring
