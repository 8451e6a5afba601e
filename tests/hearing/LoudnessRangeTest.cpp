// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessRange.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace hearing
{
namespace
{

/** Around several places, some of them below the gates; the first is above. */
std::vector<double> loudnesses (std::size_t count, unsigned seed)
{
    std::mt19937 random { seed };
    std::normal_distribution<double> within { 0.0, 3.0 };
    std::discrete_distribution<std::size_t> place { 2.0, 5.0, 4.0, 2.0, 1.0 };
    constexpr double places[] = { -9.0, -15.0, -22.0, -37.0, -69.0 };
    std::vector<double> lufs (count);
    std::ranges::generate (lufs, [&] { return places[place (random)] + within (random); });
    lufs.front() = places[0];
    return lufs;
}

double nearestRank (const std::vector<double>& sorted, double share)
{
    const double rank = std::max (1.0, std::round (share * static_cast<double> (sorted.size())));
    return sorted[static_cast<std::size_t> (rank) - 1];
}

/** The program of Tech 3342 §5, line by line, but for the ranks. */
double rangeBySorting (std::vector<double> lufs)
{
    std::erase_if (lufs, [] (double one) { return one < -70.0; });
    double power = 0.0;

    for (const double one : lufs)
        power += std::pow (10.0, one / 10.0) / static_cast<double> (lufs.size());

    std::erase_if (lufs, [&] (double one) { return one < 10.0 * std::log10 (power) - 20.0; });
    std::ranges::sort (lufs);

    return nearestRank (lufs, 0.95) - nearestRank (lufs, 0.1);
}

LoudnessRange rangeOf (const std::vector<double>& lufs)
{
    LoudnessRange range;

    for (const double one : lufs)
        range.add (units::Lufs { one });

    return range;
}

TEST (LoudnessRange, isThatOfTheSortedList)
{
    for (const std::size_t count : { 1u, 2u, 3u, 7u, 51u, 500u, 20000u })
    {
        const auto lufs = loudnesses (count, static_cast<unsigned> (count));
        EXPECT_NEAR (*rangeOf (lufs).lu(), rangeBySorting (lufs), 0.0101) << count;
    }
}

TEST (LoudnessRange, ofSeveralIsThatOfAllTheirWindows)
{
    LoudnessRange album;
    std::vector<double> all;

    for (unsigned seed = 0; seed < 4; ++seed)
    {
        auto lufs = loudnesses (100 + 300 * seed, seed);
        std::ranges::transform (lufs, lufs.begin(), [&] (double one) { return one - 4.0 * seed; });
        album.add (rangeOf (lufs));
        all.insert (all.end(), lufs.begin(), lufs.end());
    }

    EXPECT_NEAR (*album.lu(), rangeBySorting (all), 0.0101);
    EXPECT_NEAR (*album.lu(), *rangeOf (all).lu(), 1e-9);
}

TEST (LoudnessRange, ofFewWindowsIsNoMoreThanTheirSpread)
{
    // ffmpeg takes the gate for the 10th percentile of fewer than five windows: 20 LU.
    EXPECT_EQ (rangeOf ({ -20.0 }).lu(), 0.0);
    EXPECT_NEAR (*rangeOf ({ -20.0, -20.4, -20.1, -20.2 }).lu(), 0.4, 1e-9);
}

TEST (LoudnessRange, hasNoNumberForSilence)
{
    EXPECT_FALSE (LoudnessRange {}.lu());
    EXPECT_FALSE (rangeOf ({ -HUGE_VAL, -HUGE_VAL, -70.01 }).lu());
    EXPECT_EQ (rangeOf ({ -HUGE_VAL, -70.0 }).lu(), 0.0);

    LoudnessRange range;
    range.add (LoudnessRange {});
    EXPECT_FALSE (range.lu());

    range.add (rangeOf ({ -20.0, -30.0 }));
    EXPECT_EQ (range.lu(), 10.0);
}

TEST (LoudnessRange, staysANumberWhenSamplesAreNoAudio)
{
    // The loudest sample that a float can hold is 770 dB above full scale.
    const auto range = rangeOf ({ 770.0, 770.0, -20.0 });
    EXPECT_EQ (range.lu(), 0.0);
}

} // namespace
} // namespace hearing
