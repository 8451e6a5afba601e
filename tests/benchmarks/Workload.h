// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/TransferMatrix.h"

#include <cstddef>
#include <string>
#include <vector>

namespace benchmarks
{

/** Two inputs to two ears, as every device of the library has it. */
inline constexpr std::size_t numChannels = 2;

/** What everybody is timed on: noise dying away by 60 dB in each path; the same every time. */
dsp::TransferMatrix device (std::size_t numTaps, unsigned seed);

dsp::AudioBuffer noise (std::size_t numFrames);

/** "live/48000 taps, block 256/" and so on: what precedes the contestant's name. */
std::string liveName (std::size_t numTaps, std::size_t blockSize);
std::string offlineName (std::size_t numTaps, std::size_t numDevices);

void registerLive();
void registerSession();
void registerOffline();
void registerFfmpeg();

} // namespace benchmarks
