// SPDX-License-Identifier: GPL-3.0-or-later
// A minute of a master through one device, and through thirty that share its spectra.
#include "files/AudioFile.h"
#include "monitoring/OfflineRenderer.h"
#include "monitoring/OutputMeters.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

#include "Workload.h"
#include "ZitaConvolver.h"
#include "bench/LibEbur128.h"

namespace benchmarks
{
namespace
{

constexpr std::size_t numFrames = 60u * 48000u;

enum class Measured
{
    no,
    yes ///< integrated loudness and true peak of every rendering
};

struct Offline
{
    std::size_t numTaps;
    std::size_t numDevices;
    Measured measured = Measured::no;
    std::size_t zitaBlock = 8192; ///< the longest that it has
};

std::vector<dsp::TransferMatrix> devices (Offline offline)
{
    std::vector<dsp::TransferMatrix> made;

    for (unsigned d = 0; d < offline.numDevices; ++d)
        made.push_back (device (offline.numTaps, d));

    return made;
}

/** White noise, or the first minute of a song when the environment names one, as if it were at 48 kHz. */
dsp::AudioBuffer master()
{
    const char* const file = std::getenv ("ELSEWHERE_BENCHMARK_MUSIC");
    auto reader = file == nullptr ? units::Result<files::AudioFileReader> { units::Problem {} }
                                  : files::AudioFileReader::open (file);
    dsp::AudioBuffer music (numChannels, numFrames);

    if (! reader || reader->numChannels() != numChannels || ! reader->read (music.block()))
        return noise (numFrames);

    return music;
}

void ours (benchmark::State& state, Offline offline)
{
    using monitoring::OfflineRenderer;
    const auto programme = master();
    const auto matrices = devices (offline);
    OfflineRenderer::Devices pointers;
    const std::vector<std::size_t> channels (offline.numDevices, numChannels);
    float sum = 0.0f;

    for (const auto& matrix : matrices)
        pointers.push_back (&matrix);

    const OfflineRenderer::Sink hear = [&] (std::size_t, dsp::ConstAudioBlock block) {
        sum += block.channel (0)[0];
    };
    OfflineRenderer renderer { numChannels, pointers };
    const auto renderTo = [&] (const auto& sink) {
        renderer.process (programme.block(), sink);
        renderer.flush (sink);
    };

    for (auto _ : state)
    {
        // New ones each time: a meter that knows the highest peak has it easy.
        monitoring::OutputMeters meters { channels, bench::rate };
        const OfflineRenderer::GroupSink measure = [&] (std::size_t first, auto blocks) {
            meters.process (first, blocks);
        };
        offline.measured == Measured::yes ? renderTo (measure) : renderTo (hear);
        benchmark::DoNotOptimize (sum);
    }
}

/** The master itself, once for each device: what measuring alone takes. */
void libebur128 (benchmark::State& state, Offline offline)
{
    const auto programme = master();
    std::vector<float> interleaved;

    for (std::size_t n = 0; n < numFrames; ++n)
        for (std::size_t c = 0; c < numChannels; ++c)
            interleaved.push_back (programme.channel (c)[n]);

    for (auto _ : state)
        for (std::size_t d = 0; d < offline.numDevices; ++d)
        {
            bench::LibEbur128 meter { numChannels, bench::rate };
            meter.process (interleaved);
            benchmark::DoNotOptimize (meter.integratedLufs() + meter.truePeak());
        }
}

void zita (benchmark::State& state, Offline offline)
{
    const auto programme = master();
    ZitaConvolver convolver { devices (offline),
                              offline.zitaBlock,
                              ZitaConvolver::Partitions::uniform };

    if (! convolver.works())
        state.SkipWithError ("zita-convolver refuses");

    for (auto _ : state)
        for (std::size_t start = 0; start + offline.zitaBlock <= numFrames;
             start += offline.zitaBlock)
            benchmark::DoNotOptimize (
                convolver.process (programme.block().slice (start, offline.zitaBlock)));
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

            add (name + "elsewhere", ours, { numTaps, numDevices });
            add (name + "elsewhere, with loudness and true peak",
                 ours,
                 { numTaps, numDevices, Measured::yes });
            add (name + "libebur128 alone", libebur128, { numTaps, numDevices });
            add (name + "zita in blocks of 8192", zita, { numTaps, numDevices });
        }
}

} // namespace benchmarks
