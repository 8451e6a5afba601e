// SPDX-License-Identifier: GPL-3.0-or-later
// Our meter beside the one that most people have.
#include "cli/demo/DemoSong.h"
#include "hearing/LoudnessMeter.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace cli
{
namespace
{

constexpr units::SampleRate rate { 48000 };

// ffmpeg's summary has one decimal.
constexpr double rounding = 0.05;

/** What a command says, errors too. */
std::string said (const std::string& command)
{
    struct Close
    {
        void operator() (std::FILE* pipe) const { ::pclose (pipe); }
    };

    const std::unique_ptr<std::FILE, Close> pipe { ::popen ((command + " 2>&1").c_str(), "r") };
    std::array<char, 4096> part {};
    std::string all;

    while (pipe != nullptr && std::fgets (part.data(), part.size(), pipe.get()) != nullptr)
        all += part.data();

    return all;
}

bool hasFfmpeg()
{
    return said ("ffmpeg -hide_banner -filters").find ("ebur128") != std::string::npos;
}

std::vector<float> interleaved (const dsp::AudioBuffer& audio)
{
    std::vector<float> samples;

    for (std::size_t n = 0; n < audio.numFrames(); ++n)
        for (std::size_t c = 0; c < audio.numChannels(); ++c)
            samples.push_back (audio.channel (c)[n]);

    return samples;
}

std::string summaryOf (const dsp::AudioBuffer& audio)
{
    const support::TemporaryFolder folder;
    const auto wav = folder.write (
        "song.wav",
        support::floatWavBytes (interleaved (audio),
                                static_cast<unsigned> (audio.numChannels()),
                                static_cast<unsigned> (rate.hertz)));
    const auto all = said ("ffmpeg -hide_banner -nostats -nostdin -i '" + wav.string()
                           + "' -af ebur128=peak=true -f null -");
    return all.substr (std::min (all.size(), all.rfind ("Summary:")));
}

/** The number behind the word. */
double number (const std::string& summary, const std::string& word)
{
    const auto at = summary.find (word);
    EXPECT_NE (at, std::string::npos) << word << " in " << summary;
    return at == std::string::npos ? 0.0 : std::strtod (&summary[at + word.size()], nullptr);
}

void expectTheSame (const dsp::AudioBuffer& audio)
{
    const auto ours = hearing::programmeLoudness (audio.block(), rate);
    const auto theirs = summaryOf (audio);

    EXPECT_NEAR (ours.integrated->value, number (theirs, "I:"), 0.1 + rounding);
    EXPECT_NEAR (*ours.rangeLu, number (theirs, "LRA:"), 0.1 + rounding);
    EXPECT_NEAR (ours.truePeakDbtp->value(), number (theirs, "Peak:"), 0.2 + rounding);
}

/** Some seconds of it. */
dsp::AudioBuffer part (const dsp::AudioBuffer& audio, double fromSecond, double seconds)
{
    const auto frames = [] (double length) {
        return static_cast<std::size_t> (length * rate.hertz);
    };
    const auto from = audio.block().slice (frames (fromSecond), frames (seconds));
    dsp::AudioBuffer cut { from.numChannels(), from.numFrames() };

    for (std::size_t c = 0; c < cut.numChannels(); ++c)
        std::ranges::copy (from.channel (c), cut.channel (c).begin());

    return cut;
}

TEST (MeterBesideFfmpeg, readsTheDemoSongAndItsEndsAlike)
{
    if (! hasFfmpeg())
        GTEST_SKIP() << "ffmpeg with its filter ebur128 is not installed";

    const auto song = demoSong (rate);
    expectTheSame (song);

    // In short files, and in fades, the range depends on how often and at what rank one looks.
    expectTheSame (part (song, 0.0, 8.0));
    expectTheSame (part (song, 22.0, 8.0));
}

} // namespace
} // namespace cli
