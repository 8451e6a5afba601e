// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zita-convolver.h>

#include <algorithm>
#include <vector>

#include "Workload.h"

namespace benchmarks
{

/** The peer: libzita-convolver as Debian ships it, with measured plans and its vector mode. */
class ZitaConvolver
{
public:
    enum class Partitions
    {
        uniform,
        growing ///< with helper threads: what jconvolver and its family use
    };

    /** Devices hear the same two inputs and have two outputs each. */
    ZitaConvolver (const std::vector<dsp::TransferMatrix>& devices,
                   std::size_t blockSize,
                   Partitions partitions)
        : numOutputs (devices.size() * numChannels),
          block (blockSize)
    {
        const auto quantum = static_cast<unsigned> (blockSize);
        const auto smallest = std::max (quantum, static_cast<unsigned> (Convproc::MINPART));
        const auto largest = partitions == Partitions::uniform ? smallest
                                                               : unsigned { Convproc::MAXPART };
        const auto taps = static_cast<unsigned> (devices.front().numTaps());

        convolver.set_options (Convproc::OPT_FFTW_MEASURE | Convproc::OPT_VECTOR_MODE);
        const auto failed = convolver.configure (numChannels,
                                                 static_cast<unsigned> (numOutputs),
                                                 taps,
                                                 quantum,
                                                 smallest,
                                                 largest,
                                                 1.0f);
        isReady = failed == 0;

        for (std::size_t d = 0; isReady && d < devices.size(); ++d)
            load (devices[d], d * numChannels);

        isReady = isReady && convolver.start_process (0, SCHED_OTHER) == 0;
    }

    ZitaConvolver (const ZitaConvolver&) = delete;
    ZitaConvolver& operator= (const ZitaConvolver&) = delete;

    bool works() const { return isReady; }

    /** One block. @returns something of every output, so that none is left out */
    float process (dsp::ConstAudioBlock in)
    {
        for (unsigned c = 0; c < numChannels; ++c)
            std::copy (in.channel (c).begin(), in.channel (c).end(), convolver.inpdata (c));

        convolver.process (true);
        float sum = 0.0f;

        for (unsigned c = 0; c < numOutputs; ++c)
            sum += convolver.outdata (c)[block - 1];

        return sum;
    }

private:
    void load (const dsp::TransferMatrix& matrix, std::size_t firstOutput)
    {
        for (unsigned output = 0; output < numChannels; ++output)
            for (unsigned input = 0; input < numChannels; ++input)
            {
                const auto path = matrix.path (output, input);
                std::vector<float> taps (path.size());
                std::transform (path.begin(), path.end(), taps.begin(), [] (double tap) {
                    return static_cast<float> (tap);
                });
                convolver.impdata_create (input,
                                          static_cast<unsigned> (firstOutput) + output,
                                          1,
                                          taps.data(),
                                          0,
                                          static_cast<int> (taps.size()));
            }
    }

    // Never destroyed: a helper thread that has not woken yet cannot be stopped, and would go on in
    // memory that cleanup() has freed.
    Convproc& convolver = *new Convproc;
    std::size_t numOutputs;
    std::size_t block;
    bool isReady = false;
};

} // namespace benchmarks
