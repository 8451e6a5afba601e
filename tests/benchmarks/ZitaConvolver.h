// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Workload.h"
#include "bench/ZitaConvolver.h"

namespace benchmarks
{

/** bench::ZitaConvolver, whose outputs are summed so that none is left out. */
class ZitaConvolver
{
public:
    using Partitions = bench::ZitaConvolver::Partitions;

    ZitaConvolver (const std::vector<dsp::TransferMatrix>& devices,
                   std::size_t blockSize,
                   Partitions partitions)
        : convolver (bench::ZitaConvolver::make (devices, blockSize, partitions)),
          numOutputs (devices.size() * numChannels)
    {}

    bool works() const { return static_cast<bool> (convolver); }

    /** One block. */
    float process (dsp::ConstAudioBlock in)
    {
        (*convolver)->process (in);
        float sum = 0.0f;

        for (std::size_t c = 0; c < numOutputs; ++c)
            sum += (*convolver)->output (c).back();

        return sum;
    }

private:
    units::Result<std::unique_ptr<bench::ZitaConvolver>> convolver;
    std::size_t numOutputs;
};

} // namespace benchmarks
