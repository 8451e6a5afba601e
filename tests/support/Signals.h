// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"

#include <cstddef>
#include <vector>

namespace support
{

/** Channels × frames, in double precision. */
using Signal = std::vector<std::vector<double>>;

/** White noise, standard normal; every channel another. */
Signal noise (std::size_t numChannels, std::size_t numFrames, unsigned seed);

/** Noise that dies away by 60 dB over its length, in every path. */
dsp::TransferMatrix
decayingMatrix (std::size_t numOutputs, std::size_t numInputs, std::size_t numTaps, unsigned seed);

/** Ones on the diagonal: every output is its input. */
dsp::TransferMatrix unitMatrix (std::size_t numChannels);

/** The definition of convolution, term by term: frames + taps − 1 long. */
Signal directConvolution (const Signal& in, const dsp::TransferMatrix& matrix);

dsp::AudioBuffer toBuffer (const Signal& signal);
Signal fromBlock (dsp::ConstAudioBlock block);

/** Frames [start, start + length), zero beyond the end. */
Signal part (const Signal& signal, std::size_t start, std::size_t length);

/** Delayed by whole frames, of the same length. */
Signal delayed (const Signal& signal, std::size_t frames);

} // namespace support
