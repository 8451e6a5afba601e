// SPDX-License-Identifier: GPL-3.0-or-later
// The same minute through `ffmpeg … afir`, the whole process with its start, as a user would run it.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/resource.h>

#include "Workload.h"

namespace benchmarks
{
namespace
{

constexpr std::size_t numFrames = 60u * 48000u;

/** Interleaved 32-bit floats, without a header. */
void writeRaw (const std::filesystem::path& file, const std::vector<std::vector<float>>& channels)
{
    std::ofstream out { file, std::ios::binary };

    for (std::size_t n = 0; n < channels.front().size(); ++n)
        for (const auto& channel : channels)
            out.write (reinterpret_cast<const char*> (&channel[n]), sizeof (float));
}

std::vector<std::vector<float>> channelsOf (const dsp::AudioBuffer& buffer)
{
    std::vector<std::vector<float>> channels;

    for (std::size_t c = 0; c < buffer.numChannels(); ++c)
        channels.emplace_back (buffer.channel (c).begin(), buffer.channel (c).end());

    return channels;
}

/** Left to left, left to right, right to left, right to right. */
std::vector<std::vector<float>> pathsOf (const dsp::TransferMatrix& matrix)
{
    std::vector<std::vector<float>> paths;

    for (std::size_t input = 0; input < numChannels; ++input)
        for (std::size_t output = 0; output < numChannels; ++output)
        {
            const auto path = matrix.path (output, input);
            paths.emplace_back (path.begin(), path.end());
        }

    return paths;
}

double cpuSecondsOfChildren()
{
    rusage usage {};
    getrusage (RUSAGE_CHILDREN, &usage);
    const auto seconds = [] (timeval time) {
        return static_cast<double> (time.tv_sec) + 1e-6 * static_cast<double> (time.tv_usec);
    };
    return seconds (usage.ru_utime) + seconds (usage.ru_stime);
}

void ffmpeg (benchmark::State& state, std::size_t numTaps)
{
    const auto folder = std::filesystem::temp_directory_path();
    const auto suffix = std::to_string (std::random_device {}());
    const auto master = folder / ("master-" + suffix), response = folder / ("response-" + suffix);
    writeRaw (master, channelsOf (noise (numFrames)));
    writeRaw (response, pathsOf (device (numTaps, 1)));

    const auto command =
        "ffmpeg -v error -f f32le -ar 48000 -ac 2 -i '" + master.string()
        + "' -f f32le -ar 48000 -ac 4 -i '" + response.string()
        + "' -lavfi '[0:a]pan=4c|c0=c0|c1=c0|c2=c1|c3=c1[p];[p][1:a]afir=gtype=none:irfmt=input[f];"
          "[f]pan=stereo|c0=c0+c2|c1=c1+c3' -c:a pcm_f32le -f null - < /dev/null";

    for (auto _ : state)
    {
        const auto before = cpuSecondsOfChildren();

        if (std::system (command.c_str()) != 0)
            state.SkipWithError ("ffmpeg is missing or refuses");

        state.SetIterationTime (cpuSecondsOfChildren() - before);
    }

    std::filesystem::remove (master);
    std::filesystem::remove (response);
}

} // namespace

void registerFfmpeg()
{
    for (const std::size_t numTaps : { 8192u, 32768u })
        benchmark::RegisterBenchmark (
            (offlineName (numTaps, 1) + "ffmpeg afir, whole process").c_str(), ffmpeg, numTaps)
            ->UseManualTime()
            ->Unit (benchmark::kMillisecond);
}

} // namespace benchmarks
