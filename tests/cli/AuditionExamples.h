// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/TypedCommand.h"
#include "support/TemporaryFolder.h"
#include "support/WavBytes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

/** Masters, and what the command says to them. */
namespace cli::audition_examples
{

/** Two seconds of pink-ish stereo noise, different left and right. */
inline std::vector<float> noise (unsigned rateHz, float gain, double seconds = 2.0)
{
    std::mt19937 generator { 7 };
    std::normal_distribution<float> normal;
    std::vector<float> samples (2 * static_cast<std::size_t> (seconds * rateHz));
    float held[2] = {};

    for (std::size_t i = 0; i < samples.size(); ++i)
    {
        held[i % 2] = 0.95f * held[i % 2] + 0.3f * normal (generator);
        samples[i] = gain * held[i % 2];
    }

    return samples;
}

inline std::string
master (const support::TemporaryFolder& folder, unsigned rateHz = 48000, float gain = 0.1f)
{
    return folder.write ("song.wav", support::floatWavBytes (noise (rateHz, gain), 2, rateHz))
        .string();
}

inline std::string refusal (const std::vector<std::string>& arguments, int exitCode = 3)
{
    const auto outcome = elsewhere (arguments);
    EXPECT_EQ (outcome.exitCode, exitCode) << outcome.err;
    EXPECT_EQ (outcome.out, "");
    return outcome.err;
}

} // namespace cli::audition_examples
