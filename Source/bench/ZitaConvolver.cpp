// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ZitaConvolver.h"

#include <zita-convolver.h>

#include <algorithm>

#include "bench/Workload.h"

namespace bench
{

namespace
{

/** Never destroyed: a helper thread that has not woken yet cannot be stopped, and would go on in memory that
    cleanup() has freed. All are kept, so that none is a leak. */
Convproc& newConvolver()
{
    static auto& all = *new std::vector<Convproc*>;
    all.push_back (new Convproc);
    return *all.back();
}

} // namespace

struct ZitaConvolver::State
{
    State (const std::vector<dsp::TransferMatrix>& devices,
           std::size_t blockSize,
           Partitions partitions)
        : block (blockSize)
    {
        const auto quantum = static_cast<unsigned> (blockSize);
        const auto smallest = std::max (quantum, static_cast<unsigned> (Convproc::MINPART));
        const auto largest = partitions == Partitions::uniform ? smallest
                                                               : unsigned { Convproc::MAXPART };
        convolver.set_options (Convproc::OPT_FFTW_MEASURE | Convproc::OPT_VECTOR_MODE);
        isReady = convolver.configure (numChannels,
                                       static_cast<unsigned> (devices.size() * numChannels),
                                       static_cast<unsigned> (devices.front().numTaps()),
                                       quantum,
                                       smallest,
                                       largest,
                                       1.0f)
                  == 0;

        for (std::size_t d = 0; isReady && d < devices.size(); ++d)
            load (devices[d], d * numChannels);

        isReady = isReady && convolver.start_process (0, SCHED_OTHER) == 0;
    }

    void load (const dsp::TransferMatrix& matrix, std::size_t firstOutput)
    {
        for (unsigned output = 0; output < numChannels; ++output)
            for (unsigned input = 0; input < numChannels; ++input)
            {
                const auto path = matrix.path (output, input);
                std::vector<float> taps (path.begin(), path.end());
                convolver.impdata_create (input,
                                          static_cast<unsigned> (firstOutput) + output,
                                          1,
                                          taps.data(),
                                          0,
                                          static_cast<int> (taps.size()));
            }
    }

    Convproc& convolver = newConvolver();
    std::size_t block;
    bool isReady = false;
};

std::string ZitaConvolver::name()
{
    return "zita-convolver " + std::to_string (zita_convolver_major_version()) + "."
           + std::to_string (zita_convolver_minor_version());
}

units::Result<std::unique_ptr<ZitaConvolver>>
ZitaConvolver::make (const std::vector<dsp::TransferMatrix>& devices,
                     std::size_t blockSize,
                     Partitions partitions)
{
    std::unique_ptr<ZitaConvolver> made { new ZitaConvolver };
    made->state = std::make_unique<State> (devices, blockSize, partitions);

    if (! made->state->isReady)
        return units::Problem { units::Problem::Kind::invalidValue,
                                name(),
                                "It refuses blocks of " + std::to_string (blockSize) + " frames.",
                                "" };

    return made;
}

ZitaConvolver::ZitaConvolver() = default;
ZitaConvolver::~ZitaConvolver() = default;

void ZitaConvolver::process (dsp::ConstAudioBlock in)
{
    for (unsigned c = 0; c < numChannels; ++c)
        std::copy (in.channel (c).begin(), in.channel (c).end(), state->convolver.inpdata (c));

    state->convolver.process (true);
}

std::span<const float> ZitaConvolver::output (std::size_t channel) const
{
    return { state->convolver.outdata (static_cast<unsigned> (channel)), state->block };
}

} // namespace bench
