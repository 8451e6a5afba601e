// SPDX-License-Identifier: GPL-3.0-or-later
// Both meters beside libebur128 on real music: that of ELSEWHERE_TEST_MUSIC, a folder, or of Debian's packages.
#include "hearing/FourLoudnessMeters.h"
#include "hearing/LibEbur128.h"
#include "hearing/LoudnessMeter.h"
#include "units/Decibels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "conformance/SharedVectors.h"

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t mostSongs = 6;
constexpr double seconds = 60.0;

bool isMusic (const fs::path& file)
{
    constexpr std::array endings { ".ogg", ".flac", ".wav", ".mp3" };
    return std::ranges::find (endings, file.extension().string()) != endings.end();
}

/** Some of those that there are, evenly spread. */
std::vector<fs::path> songs()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the tests have one thread here
    const char* const named = std::getenv ("ELSEWHERE_TEST_MUSIC");
    const std::vector<fs::path> folders =
        named != nullptr
            ? std::vector<fs::path> { named }
            : std::vector<fs::path> { "/usr/share/games/supertux2/music",
                                      "/usr/share/games/wesnoth/1.16/data/core/music" };
    std::vector<fs::path> found;
    std::error_code missing;

    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator (folder, missing))
            if (isMusic (entry.path()))
                found.push_back (entry.path());

    std::ranges::sort (found);
    const auto step = std::max<std::size_t> (1, found.size() / mostSongs);
    std::vector<fs::path> chosen;

    for (std::size_t i = 0; i < found.size() && chosen.size() < mostSongs; i += step)
        chosen.push_back (found[i]);

    return chosen;
}

void expectSame (const hearing::ProgrammeLoudness& ours, const hearing::Ebur128Figures& theirs)
{
    EXPECT_NEAR (ours.integrated->value, theirs.lufs, 0.001);

    // Ours is oversampled eightfold: it may find what fourfold misses, and nothing less.
    const double theirPeak = units::Decibels::fromGain (theirs.truePeak).value();
    EXPECT_GE (ours.truePeakDbtp->value(), theirPeak - 0.01);
    EXPECT_LE (ours.truePeakDbtp->value(), theirPeak + 0.47);
}

TEST (RealMusic, isAsLoudAsLibebur128Says)
{
    std::size_t numCompared = 0;

    for (const auto& file : songs())
    {
        SCOPED_TRACE (file.filename().string());
        const auto [sound, rate] = conformance::beginningOf (file, seconds);

        if (sound.numChannels() != 2 || sound.numFrames() < rate.framesIn ({ 1.0 }))
            continue;

        const auto theirs = hearing::ebur128Figures (sound, rate);
        hearing::LoudnessMeter one { 2, rate, hearing::LoudnessMeter::Extent::integratedAndPeak };
        one.process (sound.block());
        expectSame (one.result(), theirs);

        constexpr std::array<std::size_t, 4> channels { 2, 2, 2, 2 };
        hearing::FourLoudnessMeters four { channels, rate };
        const std::array<dsp::ConstAudioBlock, 4> blocks {
            sound.block(), sound.block(), sound.block(), sound.block()
        };
        four.process (blocks);
        expectSame (four.result (3), theirs);
        ++numCompared;
    }

    if (numCompared == 0)
        GTEST_SKIP() << "No stereo music here: name a folder in ELSEWHERE_TEST_MUSIC, or install "
                        "supertux-data.";
}

} // namespace
