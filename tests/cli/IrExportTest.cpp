// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/audition/IrExport.h"

#include <gtest/gtest.h>

namespace cli
{
namespace
{

/** Paths of one tap each: path (out, in) = gains[out][in]. */
dsp::TransferMatrix matrixOf (double ll, double rl, double lr, double rr)
{
    dsp::TransferMatrix matrix (2, 2, 1, { 48000 });
    matrix.path (0, 0)[0] = ll;
    matrix.path (0, 1)[0] = rl;
    matrix.path (1, 0)[0] = lr;
    matrix.path (1, 1)[0] = rr;
    return matrix;
}

TEST (IrExport, choosesTheSmallestLayoutThatLosesNothing)
{
    EXPECT_EQ (irExport (matrixOf (1, 0, 0, 1), IrLayout::automatic).channels.numChannels(), 1u);
    EXPECT_EQ (irExport (matrixOf (1, 0, 0, 0.5), IrLayout::automatic).channels.numChannels(), 2u);
    EXPECT_EQ (irExport (matrixOf (1, 0.1, 0, 1), IrLayout::automatic).channels.numChannels(), 4u);
}

TEST (IrExport, ordersTrueStereoAsLeftInFirst)
{
    const auto ir = irExport (matrixOf (1.0, 0.25, 0.5, 2.0), IrLayout::trueStereo);
    EXPECT_EQ (ir.channels.channel (0)[0], 1.0f) << "LL";
    EXPECT_EQ (ir.channels.channel (1)[0], 0.5f) << "LR: left in to right out";
    EXPECT_EQ (ir.channels.channel (2)[0], 0.25f) << "RL: right in to left out";
    EXPECT_EQ (ir.channels.channel (3)[0], 2.0f) << "RR";
    EXPECT_TRUE (ir.notes.empty());
}

TEST (IrExport, saysWhatALayoutCannotHold)
{
    const auto stereo = irExport (matrixOf (1.0, 0.25, 0.5, 2.0), IrLayout::stereo);
    EXPECT_FLOAT_EQ (stereo.channels.channel (0)[0], 1.25f);
    EXPECT_FLOAT_EQ (stereo.channels.channel (1)[0], 2.5f);
    EXPECT_EQ (stereo.notes.size(), 1u);

    const auto mono = irExport (matrixOf (1.0, 0.0, 0.0, 0.5), IrLayout::mono);
    EXPECT_FLOAT_EQ (mono.channels.channel (0)[0], 0.75f);
    EXPECT_EQ (mono.notes.size(), 1u);
}

TEST (IrExport, aSingleLoudspeakerIsBothOutputs)
{
    dsp::TransferMatrix matrix (1, 2, 1, { 48000 });
    matrix.path (0, 0)[0] = 0.5;
    matrix.path (0, 1)[0] = 0.5;
    const auto ir = irExport (matrix, IrLayout::automatic);
    ASSERT_EQ (ir.channels.numChannels(), 4u);

    for (std::size_t c = 0; c < 4; ++c)
        EXPECT_EQ (ir.channels.channel (c)[0], 0.5f);
}

TEST (IrExport, refusesALayoutItDoesNotKnow)
{
    EXPECT_FALSE (irLayoutNamed ("quad"));
    EXPECT_TRUE (irLayoutNamed ("true-stereo")) << "a good one passes";
}

} // namespace
} // namespace cli
