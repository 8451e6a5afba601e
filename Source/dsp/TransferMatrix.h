// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Precondition.h"
#include "units/SampleRate.h"

#include <cstddef>
#include <span>
#include <vector>

namespace dsp
{

/** A filter matrix, outputs × inputs × taps: out[o] = Σ_i in[i] ∗ path (o, i).

    One rate and one length for all paths; all zero when made.
*/
class TransferMatrix
{
public:
    TransferMatrix (std::size_t outputs, std::size_t inputs, std::size_t taps, units::SampleRate at)
        : outputCount (outputs),
          inputCount (inputs),
          tapCount (taps),
          sampleRate (at),
          samples (outputs * inputs * taps)
    {}

    std::size_t numOutputs() const { return outputCount; }
    std::size_t numInputs() const { return inputCount; }
    std::size_t numTaps() const { return tapCount; }
    units::SampleRate rate() const { return sampleRate; }

    std::span<double> path (std::size_t output, std::size_t input)
    {
        PRECONDITION (output < outputCount && input < inputCount);
        return std::span { samples }.subspan ((output * inputCount + input) * tapCount, tapCount);
    }

    std::span<const double> path (std::size_t output, std::size_t input) const
    {
        PRECONDITION (output < outputCount && input < inputCount);
        return std::span { samples }.subspan ((output * inputCount + input) * tapCount, tapCount);
    }

    bool operator== (const TransferMatrix&) const = default;

private:
    std::size_t outputCount;
    std::size_t inputCount;
    std::size_t tapCount;
    units::SampleRate sampleRate;
    std::vector<double> samples;
};

} // namespace dsp
