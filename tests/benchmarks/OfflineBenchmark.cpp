// SPDX-License-Identifier: GPL-3.0-or-later
// A minute of a master through one device, and through thirty that share its spectra.
#include "monitoring/OfflineRenderer.h"

#include <benchmark/benchmark.h>

#include "Workload.h"
#include "ZitaConvolver.h"

namespace benchmarks
{
namespace
{

constexpr std::size_t numFrames = 60u * 48000u;

struct Offline
{
    std::size_t numTaps;
    std::size_t numDevices;
    std::size_t blockSize;
};

std::vector<dsp::TransferMatrix> devices (Offline offline)
{
    std::vector<dsp::TransferMatrix> made;

    for (unsigned d = 0; d < offline.numDevices; ++d)
        made.push_back (device (offline.numTaps, d));

    return made;
}

void ours (benchmark::State& state, Offline offline)
{
    const auto master = noise (numFrames);
    monitoring::OfflineRenderer::Kernels kernels;
    float sum = 0.0f;
    const auto sink = [&] (std::size_t, dsp::ConstAudioBlock block) {
        sum += block.channel (0)[0];
    };

    for (const auto& matrix : devices (offline))
        kernels.push_back (std::make_shared<dsp::PartitionedKernel> (matrix, offline.blockSize));

    monitoring::OfflineRenderer renderer { numChannels, offline.blockSize, kernels };

    for (auto _ : state)
    {
        renderer.process (master.block(), sink);
        renderer.flush (sink);
        benchmark::DoNotOptimize (sum);
    }
}

void zita (benchmark::State& state, Offline offline)
{
    const auto master = noise (numFrames);
    ZitaConvolver convolver { devices (offline),
                              offline.blockSize,
                              ZitaConvolver::Partitions::uniform };

    if (! convolver.works())
        state.SkipWithError ("zita-convolver refuses");

    for (auto _ : state)
        for (std::size_t start = 0; start + offline.blockSize <= numFrames;
             start += offline.blockSize)
            benchmark::DoNotOptimize (
                convolver.process (master.block().slice (start, offline.blockSize)));
}

template <typename Contestant>
void add (const std::string& name, Contestant contestant, Offline offline)
{
    benchmark::RegisterBenchmark (name.c_str(), contestant, offline)
        ->MeasureProcessCPUTime()
        ->UseRealTime()
        ->Unit (benchmark::kMillisecond);
}

} // namespace

void registerOffline()
{
    for (const std::size_t numTaps : { 8192u, 32768u })
        for (const std::size_t numDevices : { 1u, 30u })
        {
            const auto name = offlineName (numTaps, numDevices);

            for (const std::size_t blockSize : { 4096u, 8192u, 16384u })
                add (name + "elsewhere in blocks of " + std::to_string (blockSize),
                     ours,
                     { numTaps, numDevices, blockSize });

            add (name + "zita in blocks of 8192", zita, { numTaps, numDevices, 8192 });
        }
}

} // namespace benchmarks
