// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "bench/LiveWork.h"
#include "bench/Race.h"

namespace bench
{

enum class JucePartitions
{
    uniform,
    growing ///< NonUniform, of 4096 at most
};

/** JUCE's dsp::Convolution, one for each of four paths. It runs in a program of its own, so that the command
    line needs no JUCE: elsewhere-juce-convolution, built with the app. */
units::Result<Contestant> juceConvolution (const std::filesystem::path& program,
                                           const LiveWork& work,
                                           JucePartitions partitions);

} // namespace bench
