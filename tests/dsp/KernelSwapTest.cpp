// SPDX-License-Identifier: GPL-3.0-or-later
// The promise behind every A/B comparison: a switch is heard as if the new device had been playing all
// along, through a fade and nothing else.
#include "dsp/MatrixConvolver.h"
#include "support/IsCloseTo.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dsp
{
namespace
{

using namespace units::literals;
using support::Signal;

constexpr std::size_t fadeFrames = 480;

struct Switch
{
    std::size_t blockSize;
    std::size_t atFrame;
};

/** Plays one matrix up to a frame, and the other from there on. */
Signal
switched (const Signal& in, const TransferMatrix& before, const TransferMatrix& after, Switch when)
{
    const GrowingKernel first { before, when.blockSize, before.numTaps() },
        second { after, when.blockSize, before.numTaps() };
    MatrixConvolver convolver { { 2, 2, when.blockSize, before.numTaps(), fadeFrames } };
    const auto from = support::toBuffer (in);
    AudioBuffer to (2, from.numFrames());
    convolver.play (&first);

    for (std::size_t start = 0; start < from.numFrames(); start += when.blockSize)
    {
        if (start == when.atFrame)
            convolver.play (&second);

        convolver.process (from.block().slice (start, when.blockSize),
                           to.block().slice (start, when.blockSize));
    }

    return support::fromBlock (to.block());
}

/** The fade by definition, between two signals that were both there all along. */
Signal faded (const Signal& before, const Signal& after, std::size_t atFrame)
{
    auto out = support::part (before, 0, before.front().size());

    for (std::size_t c = 0; c < out.size(); ++c)
        for (std::size_t n = atFrame; n < out[c].size(); ++n)
        {
            const auto progress = std::min (1.0,
                                            static_cast<double> (n - atFrame + 1) / fadeFrames);
            out[c][n] = (1.0 - progress) * before[c][n] + progress * after[c][n];
        }

    return out;
}

TEST (KernelSwap, soundsAsIfTheNewDeviceHadBeenPlayingAllAlong)
{
    const auto before = support::decayingMatrix (2, 2, 3000, 1),
               after = support::decayingMatrix (2, 2, 1700, 2);
    const auto in = support::noise (2, 8192, 3);
    const auto wholeBefore = support::part (support::directConvolution (in, before), 0, 8192);
    const auto wholeAfter = support::part (support::directConvolution (in, after), 0, 8192);

    for (const std::size_t blockSize : { 32u, 64u, 256u, 512u, 1024u, 2048u })
        EXPECT_THAT (switched (in, before, after, { blockSize, 4096 }),
                     support::isCloseTo (faded (wholeBefore, wholeAfter, 4096), -120.0_dB))
            << "blocks of " << blockSize;
}

/** What is heard of kernels that are switched in turn, and how many blocks the last change took. */
struct Run
{
    std::vector<const GrowingKernel*> kernels;
    std::size_t every; ///< blocks
};

/** The frames after a change's end are those of an engine that knows no other kernel, bit by bit. */
void expectBitsOfTheLastKernel (const Run& run, const MatrixConvolver::Layout& layout)
{
    const auto numBlocks = run.every * run.kernels.size() + layout.maximumTaps / layout.blockSize;
    const auto in = support::toBuffer (support::noise (2, numBlocks * layout.blockSize, 6));
    MatrixConvolver switching { layout }, steady { layout };
    AudioBuffer heard (2, layout.blockSize), expected (2, layout.blockSize);
    steady.play (run.kernels.back());
    std::size_t compared = 0, next = 0;

    for (std::size_t block = 0; block < numBlocks; ++block)
    {
        if (block == next * run.every && next < run.kernels.size())
            switching.play (run.kernels[next++]);

        const auto from = in.block().slice (block * layout.blockSize, layout.blockSize);
        const auto isChanging = switching.isFading() || next < run.kernels.size();
        switching.process (from, heard.block());
        steady.process (from, expected.block());

        if (! isChanging)
        {
            ASSERT_EQ (support::fromBlock (heard.block()), support::fromBlock (expected.block()))
                << "block " << block;
            ++compared;
        }
    }

    EXPECT_GT (compared, layout.maximumTaps / layout.blockSize);
}

TEST (KernelSwap, hasTheBitsOfAnEngineThatHasAlwaysPlayedTheNewDevice)
{
    for (const std::size_t blockSize : { 32u, 64u, 256u })
        for (const std::size_t every : { 17u, 64u, 101u })
        {
            const GrowingKernel first { support::decayingMatrix (2, 2, 9000, 7), blockSize, 9000 };
            const GrowingKernel second { support::decayingMatrix (2, 2, 7000, 8), blockSize, 9000 };
            expectBitsOfTheLastKernel ({ { &first, &second, &first, &second }, every },
                                       { 2, 2, blockSize, 9000, fadeFrames });
        }
}

TEST (KernelSwap, hasThemTooWhenMakingUpForThePastTakesSeveralBlocks)
{
    const GrowingKernel first { support::decayingMatrix (2, 2, 96000, 9), 64, 96000 };
    const GrowingKernel second { support::decayingMatrix (2, 2, 96000, 10), 64, 96000 };

    for (const std::size_t every : { 211u, 643u, 1024u })
        expectBitsOfTheLastKernel ({ { &first, &second }, every }, { 2, 2, 64, 96000, fadeFrames });
}

TEST (KernelSwap, fadesForTenMillisecondsWhateverTheBlock)
{
    for (const std::size_t blockSize : { 32u, 64u, 256u, 1024u })
    {
        const GrowingKernel one { support::unitMatrix (2), blockSize, 1 };
        const GrowingKernel other { support::unitMatrix (2), blockSize, 1 };
        MatrixConvolver convolver { { 2, 2, blockSize, 1, fadeFrames } };
        AudioBuffer block (2, blockSize);
        convolver.play (&one);
        convolver.process (block.block(), block.block());
        EXPECT_FALSE (convolver.isFading());
        convolver.play (&other);
        std::size_t blocks = 0;

        for (; convolver.isFading(); ++blocks)
            convolver.process (block.block(), block.block());

        EXPECT_EQ (blocks, (fadeFrames + blockSize - 1) / blockSize);
    }
}

/** The largest second difference: for a sine a matter of its frequency, for a click of its height. */
double roughness (const std::vector<double>& signal)
{
    double worst = 0.0;

    for (std::size_t n = 2; n < signal.size(); ++n)
        worst = std::max (worst, std::abs (signal[n] - 2.0 * signal[n - 1] + signal[n - 2]));

    return worst;
}

TEST (KernelSwap, doesNotClick)
{
    constexpr double omega = 2.0 * std::numbers::pi * 100.0 / 48000.0;
    Signal in (2, std::vector<double> (8192));

    for (std::size_t n = 0; n < in[0].size(); ++n)
        in[0][n] = in[1][n] = std::sin (omega * static_cast<double> (n));

    auto upsideDown = support::unitMatrix (2);
    upsideDown.path (0, 0)[0] = upsideDown.path (1, 1)[0] = -1.0;

    // A fade between ±1 changes the slope by 2 / fadeFrames at its ends, and by no more.
    const auto out = switched (in, support::unitMatrix (2), upsideDown, { 64, 4096 });
    EXPECT_LT (roughness (out[0]), omega * omega + 2.0 / fadeFrames + 1e-6);
    EXPECT_LT (roughness (out[0]), 0.01) << "a switch without a fade would click by up to 2";
}

TEST (KernelSwap, betweenTheSameKernelsIsInaudible)
{
    const auto matrix = support::decayingMatrix (2, 2, 500, 4);
    const auto in = support::noise (2, 4096, 5);
    const auto out = switched (in, matrix, matrix, { 128, 2048 });
    EXPECT_THAT (out,
                 support::isCloseTo (
                     support::part (support::directConvolution (in, matrix), 0, 4096), -120.0_dB));
}

TEST (KernelSwap, fadesToSilenceAndBack)
{
    const GrowingKernel unit { support::unitMatrix (2), 64, 1 };
    MatrixConvolver convolver { { 2, 2, 64, 1, 64 } };
    const Signal ones (2, std::vector<double> (64, 1.0));
    const auto in = support::toBuffer (ones);
    AudioBuffer out (2, 64);

    convolver.play (&unit);
    convolver.process (in.block(), out.block());
    EXPECT_THAT (support::fromBlock (out.block()), support::isCloseTo (ones, -120.0_dB));

    convolver.play (nullptr);
    convolver.process (in.block(), out.block());
    EXPECT_NEAR (out.channel (0)[31], 0.5f, 1e-6f);
    EXPECT_NEAR (out.channel (0)[63], 0.0f, 1e-6f);

    convolver.play (&unit);
    convolver.process (in.block(), out.block());
    EXPECT_NEAR (out.channel (0)[31], 0.5f, 1e-6f);
    EXPECT_NEAR (out.channel (0)[63], 1.0f, 1e-6f);
}

} // namespace
} // namespace dsp
