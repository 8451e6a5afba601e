// SPDX-License-Identifier: GPL-3.0-or-later
// live_run CONTESTANT TAPS BLOCK SECONDS [DEVICES [paced]]
//
// Plays so many seconds of noise block by block, and says what that took: CPU time of all threads, and the
// longest calls of the audio thread alone. With valgrind around it and two lengths below two seconds, the
// difference is the instructions of the time between, without those of getting ready.
//
// Paced, a block comes each period, as from a sound card, and finds what caches others left; by the wall clock, with real-time
// priority where that is allowed.
//
//   elsewhere    one device, or as many prepared ones, of which half a second each is heard
//   elsewhere-silence, zita-uniform, zita-growing
#include "dsp/FlushDenormals.h"
#include "dsp/MatrixConvolver.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <pthread.h>
#include <sched.h>
#include <string>
#include <string_view>
#include <time.h>
#include <utility>
#include <vector>

#include "Workload.h"
#include "ZitaConvolver.h"
#include "bench/CpuTime.h"

namespace benchmarks
{
namespace
{

struct Arguments
{
    std::string contestant;
    std::size_t numTaps;
    std::size_t blockSize;
    double seconds;
    std::size_t numDevices;
    bool isPaced;
};

double threadCpuSeconds()
{
    timespec time {};
    clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double> (time.tv_sec) + 1e-9 * static_cast<double> (time.tv_nsec);
}

std::int64_t wallNanoseconds()
{
    timespec time {};
    clock_gettime (CLOCK_MONOTONIC, &time);
    return time.tv_sec * std::int64_t { 1'000'000'000 } + time.tv_nsec;
}

/** What plays one block of the programme: its number, and what goes in. */
using Process = std::function<void (std::size_t, dsp::ConstAudioBlock)>;

struct Programme
{
    explicit Programme (const Arguments& wish)
        : inSecond (48000 / wish.blockSize),
          in (noise (inSecond * wish.blockSize)),
          frames (wish.blockSize)
    {}

    dsp::ConstAudioBlock block (std::size_t number) const
    {
        return in.block().slice (number % inSecond * frames, frames);
    }

    std::size_t inSecond;
    dsp::AudioBuffer in;
    std::size_t frames;
};

/** @returns the CPU time of all threads over that of the programme */
double shareOfACore (const Programme& programme, std::size_t numBlocks, const Process& process)
{
    const auto start = bench::processCpuSeconds();

    for (std::size_t block = 0; block < numBlocks; ++block)
        process (block, programme.block (block));

    return (bench::processCpuSeconds() - start) * 48000.0
           / static_cast<double> (numBlocks * programme.frames);
}

/** The audio thread's CPU time in its longest calls, in microseconds. */
struct LongestCalls
{
    double ofTheQuietestSecond;
    double ofTheWorstSecond;

    /** What is to be done differs from call to call, and comes again after 256 at the latest. Each of these at
        its fastest, this is the longest: warm caches, no interruption. */
    double whenWarm;
};

LongestCalls
longestCalls (const Programme& programme, std::size_t numBlocks, const Process& process)
{
    std::vector<double> ofSeconds (numBlocks / programme.inSecond), fastest (256, 1e9);

    for (std::size_t block = 0; block < ofSeconds.size() * programme.inSecond; ++block)
    {
        const auto start = threadCpuSeconds();
        process (block, programme.block (block));
        const auto call = 1e6 * (threadCpuSeconds() - start);
        auto& most = ofSeconds[block / programme.inSecond];
        auto& least = fastest[block % fastest.size()];
        most = std::max (most, call);
        least = std::min (least, call);
    }

    const auto [quietest, worst] = std::minmax_element (ofSeconds.begin(), ofSeconds.end());
    return { *quietest, *worst, *std::max_element (fastest.begin(), fastest.end()) };
}

/** Sleeps until a period begins; @returns when it really did, in nanoseconds. */
std::int64_t awaitPeriod (std::int64_t begins)
{
    constexpr std::int64_t second = 1'000'000'000;
    const timespec until { begins / second, begins % second };
    clock_nanosleep (CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr);
    return wallNanoseconds();
}

void playPaced (const Arguments& wish, const Programme& programme, const Process& process)
{
    const sched_param urgent { 70 };
    const bool isUrgent = pthread_setschedparam (pthread_self(), SCHED_FIFO, &urgent) == 0;
    const auto period = static_cast<std::int64_t> (1e9 * static_cast<double> (wish.blockSize)
                                                   / 48000.0);
    std::vector<std::int64_t> calls (
        static_cast<std::size_t> (wish.seconds * static_cast<double> (programme.inSecond)));
    std::size_t numLate = 0;
    auto begins = wallNanoseconds() + period;

    for (std::size_t block = 0; block < calls.size(); ++block, begins += period)
    {
        const auto start = awaitPeriod (begins);
        process (block, programme.block (block));
        const auto end = wallNanoseconds();
        calls[block] = end - start;
        numLate += end > begins + period ? 1 : 0;
        begins = std::max (begins, end - period); // a late one does not make all others late
    }

    std::ranges::sort (calls);
    const auto percentAt = [&] (double share) {
        return 100.0
               * static_cast<double> (
                   calls[static_cast<std::size_t> (share * static_cast<double> (calls.size() - 1))])
               / static_cast<double> (period);
    };
    std::cout << wish.contestant << ", " << wish.numTaps << " taps, " << wish.blockSize
              << " frames, devices " << wish.numDevices << ", paced"
              << (isUrgent ? "" : " (without real-time priority)") << ": p50 " << percentAt (0.5)
              << ", p99 " << percentAt (0.99) << ", p99.9 " << percentAt (0.999) << ", longest "
              << percentAt (1.0) << " % of the period; " << numLate << " of " << calls.size()
              << " late\n";
}

void play (const Arguments& wish, const Process& process)
{
    const Programme programme { wish };

    if (wish.isPaced)
    {
        playPaced (wish, programme, process);
        return;
    }

    const auto numBlocks = static_cast<std::size_t> (wish.seconds
                                                     * static_cast<double> (programme.inSecond));
    const auto share = shareOfACore (programme, numBlocks, process);
    std::cout << wish.contestant << ", " << wish.numTaps << " taps, " << wish.blockSize
              << " frames, devices " << wish.numDevices << ": " << 100.0 * share << " % of a core";

    if (numBlocks >= 2 * programme.inSecond)
    {
        const auto calls = longestCalls (programme, numBlocks, process);
        const auto percent = 100.0 * 48000.0 / (1e6 * static_cast<double> (wish.blockSize));
        std::cout << "; longest call when warm " << calls.whenWarm << " us ("
                  << percent * calls.whenWarm << " % of the period), of the quietest second "
                  << calls.ofTheQuietestSecond << " us (" << percent * calls.ofTheQuietestSecond
                  << " %), of the worst " << calls.ofTheWorstSecond << " us";
    }

    std::cout << '\n';
}

void playOurs (const Arguments& wish)
{
    std::vector<std::unique_ptr<dsp::GrowingKernel>> kernels;

    for (unsigned d = 0; d < wish.numDevices; ++d)
        kernels.push_back (std::make_unique<dsp::GrowingKernel> (
            device (wish.numTaps, d), wish.blockSize, wish.numTaps));

    dsp::MatrixConvolver convolver { { numChannels, numChannels, wish.blockSize, wish.numTaps } };
    dsp::AudioBuffer out (numChannels, wish.blockSize);
    const dsp::AudioBuffer silence (numChannels, wish.blockSize);
    const auto isSilent = wish.contestant == "elsewhere-silence";
    const auto halfSecond = 24000 / wish.blockSize;
    const dsp::FlushDenormals flush;

    play (wish, [&] (std::size_t block, dsp::ConstAudioBlock in) {
        if (block % halfSecond == 0)
            convolver.play (kernels[block / halfSecond % kernels.size()].get());

        convolver.process (isSilent ? silence.block() : in, out.block());
    });
}

int playZita (const Arguments& wish, ZitaConvolver::Partitions partitions)
{
    std::vector<dsp::TransferMatrix> devices;

    for (unsigned d = 0; d < wish.numDevices; ++d)
        devices.push_back (device (wish.numTaps, d));

    ZitaConvolver convolver { devices, wish.blockSize, partitions };

    if (! convolver.works())
        return 1;

    const dsp::FlushDenormals flush;
    play (wish, [&] (std::size_t, dsp::ConstAudioBlock in) { convolver.process (in); });
    return 0;
}

int run (const Arguments& wish)
{
    using Partitions = ZitaConvolver::Partitions;

    if (wish.contestant == "zita-uniform")
        return playZita (wish, Partitions::uniform);

    if (wish.contestant == "zita-growing")
        return playZita (wish, Partitions::growing);

    playOurs (wish);
    return 0;
}

} // namespace
} // namespace benchmarks

int main (int argc, char** argv)
{
    if (argc < 5)
        return 2;

    const auto code = benchmarks::run ({ argv[1],
                                         std::strtoul (argv[2], nullptr, 10),
                                         std::strtoul (argv[3], nullptr, 10),
                                         std::strtod (argv[4], nullptr),
                                         argc > 5 ? std::strtoul (argv[5], nullptr, 10) : 1,
                                         argc > 6 && std::string_view { argv[6] } == "paced" });

    // zita-convolver's threads cannot be stopped.
    std::cout.flush();
    std::_Exit (code);
}
