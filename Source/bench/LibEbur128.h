// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/SampleRate.h"

#include <cstddef>
#include <memory>
#include <span>

namespace bench
{

/** A peer: integrated loudness and true peak as libebur128 measures them. */
class LibEbur128
{
public:
    LibEbur128 (std::size_t numChannels, units::SampleRate rate);

    /** Frame after frame, all channels of each. */
    void process (std::span<const float> interleaved);

    double integratedLufs() const;

    /** Of the channel that has the highest: a gain. */
    double truePeak() const;

private:
    struct State;

    struct Destroy
    {
        void operator() (State* state) const;
    };

    std::size_t channels;
    std::unique_ptr<State, Destroy> meter;
};

} // namespace bench
