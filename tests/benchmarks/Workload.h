// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "bench/Workload.h"

namespace benchmarks
{

using bench::device;
using bench::noise;
using bench::numChannels;
using bench::Stream;

/** "live/48000 taps, block 256/" and so on: what precedes the contestant's name. */
inline std::string liveName (std::size_t numTaps, std::size_t blockSize)
{
    return "live/" + std::to_string (numTaps) + " taps, block " + std::to_string (blockSize) + "/";
}

inline std::string offlineName (std::size_t numTaps, std::size_t numDevices)
{
    return "a minute offline/" + std::to_string (numTaps) + " taps, " + std::to_string (numDevices)
           + (numDevices == 1 ? " device/" : " devices/");
}

void registerLive();
void registerSession();
void registerOffline();
void registerFfmpeg();

} // namespace benchmarks
