// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"
#include "units/Result.h"

#include <string>
#include <vector>

namespace cli
{

enum class IrLayout
{
    automatic, ///< the smallest that loses nothing
    mono,      ///< one channel serves both
    stereo,    ///< left and right on their own
    trueStereo ///< LL, LR, RL, RR: left in to left out, left in to right out, …
};

struct IrExport
{
    dsp::AudioBuffer channels;
    std::vector<std::string> notes; ///< what the layout could not hold
};

/** "auto", "mono", "stereo", "true-stereo". */
units::Result<IrLayout> irLayoutNamed (const std::string& word);

/** A filter matrix as channels of an impulse-response file.

    A layout that is too small for the matrix holds what a mono programme (the same in both inputs)
    would give, and says so: stereo keeps the outputs apart, mono averages them. */
IrExport irExport (const dsp::TransferMatrix& matrix, IrLayout layout);

} // namespace cli
