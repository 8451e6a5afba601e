// SPDX-License-Identifier: GPL-3.0-or-later
// One block of a running stream through one device.
#include "dsp/MatrixConvolver.h"

#include <benchmark/benchmark.h>

#include "Workload.h"
#include "ZitaConvolver.h"

namespace benchmarks
{
namespace
{

struct Live
{
    std::size_t numTaps;
    std::size_t blockSize;
};

void reportShareOfRealTime (benchmark::State& state, Live live)
{
    state.counters["x real time"] = benchmark::Counter (
        static_cast<double> (live.blockSize) / 48000.0,
        benchmark::Counter::kIsIterationInvariantRate);
}

void ours (benchmark::State& state, Live live)
{
    const dsp::GrowingKernel kernel { device (live.numTaps, 1), live.blockSize, live.numTaps };
    dsp::MatrixConvolver convolver { { numChannels, numChannels, live.blockSize, live.numTaps } };
    dsp::AudioBuffer out (numChannels, live.blockSize);
    Stream stream { live.blockSize };
    convolver.play (&kernel);

    for (auto _ : state)
    {
        convolver.process (stream.next(), out.block());
        benchmark::DoNotOptimize (out.channel (0).data());
    }

    reportShareOfRealTime (state, live);
}

void zita (benchmark::State& state, Live live, ZitaConvolver::Partitions partitions)
{
    ZitaConvolver convolver { { device (live.numTaps, 1) }, live.blockSize, partitions };
    Stream stream { live.blockSize };

    if (! convolver.works())
        state.SkipWithError ("zita-convolver refuses");

    for (auto _ : state)
        benchmark::DoNotOptimize (convolver.process (stream.next()));

    reportShareOfRealTime (state, live);
}

template <typename... Arguments>
void add (const std::string& name, Arguments... arguments)
{
    benchmark::RegisterBenchmark (name.c_str(), arguments...)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
}

} // namespace

void registerLive()
{
    using Partitions = ZitaConvolver::Partitions;

    for (const std::size_t numTaps : { 8192u, 48000u, 96000u })
        for (const std::size_t blockSize : { 64u, 256u, 512u })
        {
            const Live live { numTaps, blockSize };
            const auto name = liveName (numTaps, blockSize);
            add (name + "elsewhere", ours, live);
            add (name + "zita uniform", zita, live, Partitions::uniform);
            add (name + "zita growing", zita, live, Partitions::growing);
        }
}

} // namespace benchmarks
