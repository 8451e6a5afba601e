// SPDX-License-Identifier: GPL-3.0-or-later
// A race is fair when both do the same: what the peer plays is what we play.
#include "dsp/MatrixConvolver.h"
#include "support/IsCloseTo.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include "bench/Workload.h"
#include "bench/ZitaConvolver.h"

namespace bench
{
namespace
{

using namespace units::literals;

constexpr std::size_t blockSize = 64;
constexpr std::size_t numTaps = 1000;
constexpr std::size_t numBlocks = 40;

void append (support::Signal& all, std::size_t channel, std::span<const float> block)
{
    all[channel].insert (all[channel].end(), block.begin(), block.end());
}

class SameWork : public testing::TestWithParam<ZitaConvolver::Partitions>
{};

TEST_P (SameWork, zitaConvolverPlaysWhatWePlay)
{
    const auto zita = ZitaConvolver::make (devices (2, numTaps), blockSize, GetParam());

    if (! zita)
        GTEST_SKIP() << zita.problem().sentence();

    const dsp::GrowingKernel kernel { device (numTaps, 1), blockSize, numTaps };
    dsp::MatrixConvolver ours { { numChannels, numChannels, blockSize, numTaps } };
    ours.play (&kernel);
    Stream stream { blockSize };
    dsp::AudioBuffer out (numChannels, blockSize);
    support::Signal ourSound (numChannels);
    support::Signal theirSound (numChannels);

    for (std::size_t i = 0; i < numBlocks; ++i)
    {
        const auto in = stream.next();
        ours.process (in, out.block());
        (*zita)->process (in);

        for (std::size_t c = 0; c < numChannels; ++c)
        {
            append (ourSound, c, out.channel (c));
            append (theirSound, c, (*zita)->output (numChannels + c));
        }
    }

    EXPECT_EQ (support::difference (theirSound, ourSound, -90.0_dB), "");
}

INSTANTIATE_TEST_SUITE_P (Both,
                          SameWork,
                          testing::Values (ZitaConvolver::Partitions::uniform,
                                           ZitaConvolver::Partitions::growing));

} // namespace
} // namespace bench
