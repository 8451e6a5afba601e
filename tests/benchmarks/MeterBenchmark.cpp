// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring a programme (BS.1770 with true peak) beside libebur128, which is what others would use.
#include "cli/demo/DemoSong.h"
#include "files/AudioFile.h"
#include "hearing/LoudnessMeter.h"

#include <benchmark/benchmark.h>
#include <ebur128.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>

#include "RatioReporter.h"

namespace benchmarks
{
namespace
{

constexpr std::size_t blockFrames = 8192;

struct Programme
{
    std::string name;
    dsp::AudioBuffer audio;
    units::SampleRate rate;
    std::vector<float> interleaved; ///< ready for the peer, which takes nothing else
};

using ProgrammePointer = std::shared_ptr<const Programme>;

ProgrammePointer programme (std::string name, dsp::AudioBuffer audio, units::SampleRate rate)
{
    std::vector<float> interleaved;

    for (std::size_t n = 0; n < audio.numFrames(); ++n)
        for (std::size_t c = 0; c < audio.numChannels(); ++c)
            interleaved.push_back (audio.channel (c)[n]);

    return std::make_shared<Programme> (
        Programme { std::move (name), std::move (audio), rate, std::move (interleaved) });
}

/** As loud in every block as anywhere: nothing can be passed over. */
dsp::AudioBuffer denseNoise (std::size_t numFrames)
{
    std::mt19937 random { 1 };
    std::uniform_real_distribution<float> samples { -1.0f, 1.0f };
    dsp::AudioBuffer noise { 2, numFrames };

    for (std::size_t c = 0; c < 2; ++c)
        for (auto& sample : noise.channel (c))
            sample = samples (random);

    return noise;
}

/** A song of one's own, when the environment names one: at most its first three minutes. */
ProgrammePointer chosenMusic()
{
    const char* const file = std::getenv ("ELSEWHERE_BENCHMARK_MUSIC");

    if (file == nullptr)
        return nullptr;

    auto reader = files::AudioFileReader::open (file);

    if (! reader)
        return nullptr;

    const auto frames = std::min<std::int64_t> (reader->numFrames(), 180 * reader->rate().hertz);
    dsp::AudioBuffer audio { reader->numChannels(), static_cast<std::size_t> (frames) };

    if (! reader->read (audio.block()))
        return nullptr;

    return programme (
        std::filesystem::path { file }.filename().string(), std::move (audio), reader->rate());
}

using Extent = hearing::LoudnessMeter::Extent;

void ours (benchmark::State& state, const ProgrammePointer& heard, Extent extent)
{
    const auto block = heard->audio.block();

    for (auto _ : state)
    {
        hearing::LoudnessMeter meter { block.numChannels(), heard->rate, extent };

        for (std::size_t n = 0; n < block.numFrames(); n += blockFrames)
            meter.process (block.slice (n, std::min (blockFrames, block.numFrames() - n)));

        const auto loudness = meter.result();
        state.counters["LUFS"] = loudness.integrated->value;
        state.counters["dBTP"] = loudness.truePeakDbtp->value();
    }
}

void libebur128 (benchmark::State& state, const ProgrammePointer& heard, int mode)
{
    const auto channels = heard->audio.numChannels();

    for (auto _ : state)
    {
        auto* meter = ebur128_init (
            static_cast<unsigned> (channels), static_cast<unsigned long> (heard->rate.hertz), mode);

        for (std::size_t n = 0; n < heard->audio.numFrames(); n += blockFrames)
            ebur128_add_frames_float (meter,
                                      heard->interleaved.data() + n * channels,
                                      std::min (blockFrames, heard->audio.numFrames() - n));

        double lufs = 0.0;
        double range = 0.0;
        double peak = 0.0;
        ebur128_loudness_global (meter, &lufs);
        ebur128_loudness_range (meter, &range);

        for (unsigned c = 0; c < channels; ++c)
        {
            double ofChannel = 0.0;
            ebur128_true_peak (meter, c, &ofChannel);
            peak = std::max (peak, ofChannel);
        }

        ebur128_destroy (&meter);
        state.counters["LUFS"] = lufs;
        state.counters["dBTP"] = units::Decibels::fromGain (peak).value();
    }
}

template <typename... Arguments>
void add (const std::string& name, Arguments... arguments)
{
    benchmark::RegisterBenchmark (name.c_str(), arguments...)->Unit (benchmark::kMillisecond);
}

void addAll (const ProgrammePointer& heard)
{
    if (heard == nullptr)
        return;

    constexpr int integratedAndPeak = EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK;
    constexpr int programmeModes = integratedAndPeak | EBUR128_MODE_LRA;

    add ("I, true peak/" + heard->name + "/elsewhere", ours, heard, Extent::integratedAndPeak);
    add ("I, true peak/" + heard->name + "/libebur128", libebur128, heard, integratedAndPeak);
    add ("I, LRA, true peak/" + heard->name + "/elsewhere, with max M and max S",
         ours,
         heard,
         Extent::programme);
    add ("I, LRA, true peak/" + heard->name + "/elsewhere, with the curve too",
         ours,
         heard,
         Extent::programmeAndCurve);
    add ("I, LRA, true peak/" + heard->name + "/libebur128", libebur128, heard, programmeModes);
}

} // namespace
} // namespace benchmarks

int main (int argc, char** argv)
{
    using namespace benchmarks;
    constexpr std::size_t tenSeconds = 10;

    addAll (programme ("demo song, 48 kHz", cli::demoSong ({ 48000 }), { 48000 }));
    addAll (programme ("dense noise, 48 kHz", denseNoise (tenSeconds * 48000), { 48000 }));
    addAll (programme ("dense noise, 96 kHz", denseNoise (tenSeconds * 96000), { 96000 }));
    addAll (chosenMusic());
    return runWithRatios (argc, argv);
}
