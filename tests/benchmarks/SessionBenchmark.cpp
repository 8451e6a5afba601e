// SPDX-License-Identifier: GPL-3.0-or-later
// All that the sound card's thread does: the player, the desk, a device of two seconds, noise, the
// limiter and the taps of the meters.
#include "files/AudioFile.h"
#include "monitoring/LiveSession.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <thread>
#include <unistd.h>

#include "Workload.h"

namespace benchmarks
{
namespace
{

constexpr units::SampleRate rate { 48000 };
constexpr std::size_t blockFrames = 128;
constexpr std::size_t numTaps = 96000;

/** A minute of noise, gone at the end. */
class MasterFile
{
public:
    MasterFile()
        : path (std::filesystem::temp_directory_path()
                / ("elsewhere-session-" + std::to_string (::getpid()) + ".wav"))
    {
        auto audio = noise (60 * 48000);

        for (std::size_t c = 0; c < numChannels; ++c)
            for (auto& sample : audio.channel (c))
                sample *= 0.1f;

        auto writer = files::AudioFileWriter::create (
            path, { files::Encoding::wav24, numChannels, rate, {} }, files::Overwrite::allow);

        if (! writer || ! writer->write (std::as_const (audio).block()) || ! writer->finish())
            std::fputs ("no master could be written\n", stderr);
    }

    ~MasterFile() { std::filesystem::remove (path); }
    MasterFile (const MasterFile&) = delete;
    MasterFile& operator= (const MasterFile&) = delete;

    const std::filesystem::path path;
};

void waitUntil (monitoring::LiveSession& session, const std::function<bool()>& isTrue)
{
    while (! isTrue())
    {
        session.tend();
        std::this_thread::sleep_for (std::chrono::milliseconds (1));
    }
}

double threadCpuSeconds()
{
    timespec now {};
    ::clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double> (now.tv_sec) + 1e-9 * static_cast<double> (now.tv_nsec);
}

void session (benchmark::State& state)
{
    const MasterFile master;
    const library::Catalogue catalogue;
    library::DeviceProfile car;
    car.id = "car/two-seconds";
    car.impulseResponse = std::make_shared<const dsp::TransferMatrix> (device (numTaps, 1));
    monitoring::LiveSession live { catalogue };
    library::Listener listener;
    listener.listening = library::Listening::microphone;
    live.listener (listener);
    live.bank ({ &car });
    live.select (monitoring::Pick::of (car));
    live.prepare (rate);
    const auto problems = live.open ({ master.path });
    live.loop (monitoring::LoopRegion { 0, 0.0, 59.0 });
    live.play();
    dsp::AudioBuffer out (numChannels, blockFrames);
    waitUntil (live, [&] {
        live.process (out.block());
        return ! live.isPreparing() && live.readings().heard == monitoring::Pick::of (car);
    });

    if (! problems.empty())
        state.SkipWithError ("the master cannot be read");

    const double before = threadCpuSeconds();

    for (auto _ : state)
    {
        while (! live.isReady (blockFrames))
            std::this_thread::sleep_for (std::chrono::milliseconds (1));

        live.process (out.block());
        benchmark::DoNotOptimize (out.channel (0).data());
    }

    const double played = static_cast<double> (state.iterations() * blockFrames) / rate.hertz;
    state.counters["% of a core"] = 100.0 * (threadCpuSeconds() - before) / played;
}

} // namespace

void registerSession()
{
    benchmark::RegisterBenchmark (
        (liveName (numTaps, blockFrames) + "elsewhere, all of a session").c_str(), session);
}

} // namespace benchmarks
