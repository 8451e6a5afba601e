// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/TransferMatrix.h"
#include "units/Result.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace bench
{

/** A peer: libzita-convolver as Debian ships it, with measured plans and its vector mode. */
class ZitaConvolver
{
public:
    enum class Partitions
    {
        uniform,
        growing ///< with helper threads: what jconvolver and its family use
    };

    /** "zita-convolver 4.0"; without the version where Elsewhere was built without it. */
    static std::string name();

    /** Devices hear the same two inputs and have two outputs each. A Problem: Elsewhere was built without
        zita-convolver, or it refuses. */
    static units::Result<std::unique_ptr<ZitaConvolver>>
    make (const std::vector<dsp::TransferMatrix>& devices,
          std::size_t blockSize,
          Partitions partitions);

    ~ZitaConvolver();
    ZitaConvolver (const ZitaConvolver&) = delete;
    ZitaConvolver& operator= (const ZitaConvolver&) = delete;

    /** One block, its outputs left where output() finds them. */
    void process (dsp::ConstAudioBlock in);

    /** What the latest block gave. @param channel  two for each device */
    std::span<const float> output (std::size_t channel) const;

private:
    ZitaConvolver();

    struct State;
    std::unique_ptr<State> state;
};

} // namespace bench
