// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/MatrixConvolver.h"

#include "support/AllocationGuard.h"
#include "support/IsCloseTo.h"
#include "support/Signals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace dsp
{
namespace
{

using namespace units::literals;
using support::Signal;

/** What the convolver makes of a signal, as many whole blocks as it takes. */
Signal convolved (MatrixConvolver& convolver,
                  const Signal& in,
                  std::size_t numOutputs,
                  std::size_t blockSize)
{
    const auto numFrames = (in.front().size() + blockSize - 1) / blockSize * blockSize;
    const auto from = support::toBuffer (support::part (in, 0, numFrames));
    AudioBuffer to (numOutputs, numFrames);

    for (std::size_t start = 0; start < numFrames; start += blockSize)
        convolver.process (from.block().slice (start, blockSize),
                           to.block().slice (start, blockSize));

    return support::fromBlock (to.block());
}

Signal convolved (const Signal& in, const TransferMatrix& matrix, std::size_t blockSize)
{
    const GrowingKernel kernel { matrix, blockSize, matrix.numTaps() };
    MatrixConvolver convolver {
        { matrix.numInputs(), matrix.numOutputs(), blockSize, matrix.numTaps() }
    };
    convolver.play (&kernel);
    return convolved (convolver, in, matrix.numOutputs(), blockSize);
}

void expectDirectConvolution (const Signal& in, const TransferMatrix& matrix, std::size_t blockSize)
{
    const auto out = convolved (in, matrix, blockSize);
    const auto expected = support::part (
        support::directConvolution (in, matrix), 0, out.front().size());
    EXPECT_THAT (out, support::isCloseTo (expected, -120.0_dB))
        << matrix.numTaps() << " taps in blocks of " << blockSize;
}

TEST (MatrixConvolver, equalsDirectConvolutionAtEveryBlockSize)
{
    for (std::size_t blockSize = 32; blockSize <= 8192; blockSize *= 2)
        expectDirectConvolution (support::noise (2, 3 * blockSize + 500, 1),
                                 support::decayingMatrix (2, 2, 700, 2),
                                 blockSize);
}

TEST (MatrixConvolver, equalsDirectConvolutionAtEveryLengthAroundTheBlock)
{
    for (const std::size_t taps : { 1u, 2u, 63u, 64u, 65u, 127u, 128u, 129u, 640u, 1000u })
        expectDirectConvolution (
            support::noise (2, 2000, 3), support::decayingMatrix (2, 2, taps, 4), 64);
}

TEST (MatrixConvolver, equalsDirectConvolutionForAnyNumberOfInputsAndOutputs)
{
    for (std::size_t inputs = 1; inputs <= 6; ++inputs)
        for (std::size_t outputs = 1; outputs <= 5; ++outputs)
            expectDirectConvolution (support::noise (inputs, 600, 5),
                                     support::decayingMatrix (outputs, inputs, 200, 6),
                                     64);
}

TEST (MatrixConvolver, equalsDirectConvolutionWithTheLongestKernels)
{
    for (const std::size_t taps : { 96000u, 131072u })
    {
        auto matrix = support::decayingMatrix (2, 2, taps, 7);
        const auto in = support::noise (2, 600, 8);
        const auto out = convolved (support::part (in, 0, taps + 600), matrix, 256);
        const auto expected = support::directConvolution (in, matrix);
        EXPECT_THAT (support::part (out, 0, taps + 599), support::isCloseTo (expected, -120.0_dB));
    }
}

TEST (MatrixConvolver, hearsPathsOfDifferentLengthsAndSilentOnes)
{
    const auto in = support::noise (2, 1000, 9);

    for (unsigned alive = 0; alive < 16; ++alive)
    {
        auto matrix = support::decayingMatrix (2, 2, 500, 10);

        for (std::size_t path = 0; path < 4; ++path)
        {
            const auto taps = matrix.path (path / 2, path % 2);
            const auto length = (alive >> path & 1u) != 0 ? 100 + 130 * path : 0;
            std::fill (taps.begin() + static_cast<std::ptrdiff_t> (length), taps.end(), 0.0);
        }

        expectDirectConvolution (in, matrix, 64);
    }
}

TEST (MatrixConvolver, givesSilenceForSilenceAndWithoutAKernel)
{
    const Signal silence (2, std::vector<double> (640));
    EXPECT_EQ (convolved (silence, support::decayingMatrix (2, 2, 300, 11), 64), silence);

    MatrixConvolver convolver { { 2, 2, 64, 300 } };
    EXPECT_EQ (convolved (convolver, support::noise (2, 640, 12), 2, 64), silence);
}

TEST (MatrixConvolver, takesNonFiniteInputForSilenceAndRecoversAtOnce)
{
    const auto matrix = support::decayingMatrix (2, 2, 300, 13);
    auto broken = support::noise (2, 1000, 14);
    auto mended = broken;
    const double strange[] = {
        std::nan (""), std::numeric_limits<double>::infinity(), -1e30, 1e-42
    };

    for (std::size_t i = 0; i < 400; ++i)
    {
        broken[i % 2][300 + i] = strange[i % 4];
        mended[i % 2][300 + i] = 0.0;
    }

    EXPECT_EQ (convolved (broken, matrix, 128), convolved (mended, matrix, 128));
}

TEST (MatrixConvolver, equalsDirectConvolutionInEveryBuildOfItsLoops)
{
    const auto matrix = support::decayingMatrix (2, 2, 5000, 21);
    const auto in = support::noise (2, 12000, 22);
    const auto expected = support::directConvolution (in, matrix);
    const GrowingKernel kernel { matrix, 64, 5000 };

    for (const auto instructions : instructionSets())
    {
        MatrixConvolver convolver { { 2, 2, 64, 5000, 480, instructions } };
        convolver.play (&kernel);
        const auto out = convolved (convolver, in, 2, 64);
        EXPECT_THAT (
            out, support::isCloseTo (support::part (expected, 0, out.front().size()), -120.0_dB));
    }
}

TEST (MatrixConvolver, hearsBothInputsThroughPathsThatAreTheSameForBoth)
{
    auto matrix = support::decayingMatrix (2, 2, 3000, 23);

    for (std::size_t ear = 0; ear < 2; ++ear)
        std::ranges::copy (matrix.path (ear, 0), matrix.path (ear, 1).begin());

    expectDirectConvolution (support::noise (2, 5000, 24), matrix, 64);
}

TEST (MatrixConvolver, goesOnAfterSilenceOfEveryLengthAsIfItHadNotRested)
{
    const auto matrix = support::decayingMatrix (2, 2, 3000, 25);

    for (const std::size_t pause : { 64u, 500u, 2000u, 5000u, 20000u, 20480u })
    {
        auto in = support::noise (2, pause + 8000, 26);

        for (auto& channel : in)
            std::fill_n (channel.begin() + 2000, pause, 0.0);

        expectDirectConvolution (in, matrix, 64);
    }
}

TEST (MatrixConvolver, isAsGoodAsNewAfterReset)
{
    const GrowingKernel kernel { support::decayingMatrix (2, 2, 700, 15), 64, 700 };
    const GrowingKernel other { support::decayingMatrix (2, 2, 700, 16), 64, 700 };
    const auto in = support::noise (2, 1280, 17);

    MatrixConvolver used { { 2, 2, 64, 700 } }, fresh { { 2, 2, 64, 700 } };
    used.play (&other);
    convolved (used, support::noise (2, 640, 18), 2, 64);
    used.play (&kernel);
    used.reset();
    fresh.play (&kernel);

    EXPECT_FALSE (used.isFading());
    EXPECT_EQ (convolved (used, in, 2, 64), convolved (fresh, in, 2, 64));
}

TEST (MatrixConvolver, leavesTheHeapAlone)
{
    const GrowingKernel first { support::decayingMatrix (2, 2, 700, 19), 64, 700 };
    const GrowingKernel second { support::decayingMatrix (2, 2, 300, 20), 64, 700 };
    MatrixConvolver convolver { { 2, 2, 64, 700 } };
    const AudioBuffer in (2, 64);
    AudioBuffer out (2, 64);

    support::AllocationGuard heap;
    convolver.play (&first);
    convolver.process (in.block(), out.block());
    convolver.play (&second);
    convolver.process (in.block(), out.block());
    convolver.reset();
    EXPECT_EQ (heap.count(), 0u);
}

} // namespace
} // namespace dsp
