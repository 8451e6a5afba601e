// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterPass.h"

#include "dsp/AudioBuffer.h"
#include "support/GoOn.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace monitoring
{
namespace
{

constexpr units::SampleRate rate { 48000 };

files::AudioFileReader
open (const support::TemporaryFolder& folder, const std::vector<float>& samples, unsigned channels)
{
    const auto file = folder.write ("master.wav",
                                    support::floatWavBytes (samples, channels, 48000));
    auto reader = files::AudioFileReader::open (file);
    EXPECT_TRUE (reader);
    return std::move (*reader);
}

using support::goOn;

std::vector<float> ramp (std::size_t count)
{
    std::vector<float> samples (count);

    for (std::size_t i = 0; i < count; ++i)
        samples[i] = std::sin (static_cast<float> (i * i) * 1e-4f);

    return samples;
}

dsp::AudioBuffer whole (files::Spool& spool)
{
    dsp::AudioBuffer buffer (spool.numChannels(), static_cast<std::size_t> (spool.numFrames()));
    EXPECT_EQ (spool.read (buffer.block()).value(), buffer.numFrames());
    return buffer;
}

TEST (MasterPass, givesTheMasterAndItsTailWhateverTheLength)
{
    for (const std::size_t frames : { 1u, 100u, 8191u, 8192u, 8193u, 20000u })
    {
        const support::TemporaryFolder folder;
        auto master = open (folder, ramp (2 * frames), 2);
        dsp::TransferMatrix delay (2, 2, 301, rate);
        delay.path (0, 0)[300] = 0.5;
        delay.path (1, 0)[0] = 1.0;
        const std::vector<Heard> heard { { &delay }, { nullptr } };

        auto pass = passOver (master, { heard, rate, folder.path }, goOn);
        ASSERT_TRUE (pass) << pass.problem().sentence();
        auto delayed = whole (pass->outputs[0].samples);
        auto untouched = whole (pass->outputs[1].samples);
        ASSERT_EQ (delayed.numFrames(), frames + 300);
        ASSERT_EQ (untouched.numFrames(), frames);

        const auto given = ramp (2 * frames);

        for (std::size_t i = 0; i < frames; ++i)
        {
            ASSERT_EQ (untouched.channel (0)[i], given[2 * i]) << "untouched, sample for sample";
            ASSERT_NEAR (delayed.channel (0)[i + 300], 0.5f * given[2 * i], 2e-6f);
            ASSERT_NEAR (delayed.channel (1)[i], given[2 * i], 2e-6f) << "from left to right";
        }
    }
}

TEST (MasterPass, feedsAMonoMasterToBothChannels)
{
    const support::TemporaryFolder folder;
    auto master = open (folder, ramp (5000), 1);
    const std::vector<Heard> heard { { nullptr } };
    auto pass = passOver (master, { heard, rate, folder.path }, goOn);
    ASSERT_TRUE (pass);
    const auto buffer = whole (pass->outputs[0].samples);
    EXPECT_TRUE (std::ranges::equal (buffer.channel (0), buffer.channel (1)));
}

TEST (MasterPass, changesTheRateBeforeAnythingIsHeard)
{
    const support::TemporaryFolder folder;
    auto master = open (folder, ramp (2 * 48000), 2);
    const std::vector<Heard> heard { { nullptr } };
    auto pass = passOver (master, { heard, { 44100 }, folder.path }, goOn);
    ASSERT_TRUE (pass);
    EXPECT_EQ (pass->outputs[0].samples.numFrames(), 44100);
}

TEST (MasterPass, stopsWhenItIsToldTo)
{
    const support::TemporaryFolder folder;
    auto master = open (folder, ramp (2 * 100000), 2);
    const std::vector<Heard> heard { { nullptr } };
    const auto pass = passOver (
        master, { heard, rate, folder.path }, [] (double) { return Continue::no; });
    ASSERT_FALSE (pass);
    EXPECT_EQ (pass.problem().kind, units::Problem::Kind::interrupted);
}

TEST (MasterPass, measuresMasterAndOutputsAlike)
{
    const support::TemporaryFolder folder;
    auto master = open (folder, ramp (2 * 96000), 2);
    dsp::TransferMatrix half (2, 2, 1, rate);
    half.path (0, 0)[0] = half.path (1, 1)[0] = 0.5;
    const std::vector<Heard> heard { { &half } };
    auto pass = passOver (master, { heard, rate, folder.path }, goOn);
    ASSERT_TRUE (pass);
    EXPECT_NEAR (
        pass->master.integrated->value - pass->outputs[0].loudness.integrated->value, 6.02, 0.01);
}

TEST (MasterPass, measuresTheSameWhenItKeepsNoSound)
{
    const support::TemporaryFolder folder;
    dsp::TransferMatrix half (2, 2, 1, rate);
    half.path (0, 0)[0] = half.path (1, 1)[0] = 0.5;
    const std::vector<Heard> heard { { &half }, { nullptr } };
    auto master = open (folder, ramp (2 * 96000), 2), again = open (folder, ramp (2 * 96000), 2);
    const auto pass = passOver (master, { heard, rate, folder.path }, goOn);
    const auto levels = levelsOver (again, heard, rate, goOn);
    ASSERT_TRUE (pass && levels);
    ASSERT_EQ (levels->outputs.size(), 2u);
    EXPECT_EQ (levels->master.integrated->value, pass->master.integrated->value);

    for (std::size_t output = 0; output < 2; ++output)
    {
        const auto& kept = pass->outputs[output].loudness;
        EXPECT_EQ (levels->outputs[output].integrated->value, kept.integrated->value);
        EXPECT_EQ (levels->outputs[output].truePeakDbtp, kept.truePeakDbtp);
    }
}

} // namespace
} // namespace monitoring
