// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/OfflineRenderer.h"
#include "monitoring/OutputMeters.h"

#include <memory>
#include <utility>

#include "bench/CpuTime.h"
#include "bench/FfmpegConvolution.h"
#include "bench/LibEbur128.h"
#include "bench/Races.h"
#include "bench/Workload.h"
#include "bench/ZitaConvolver.h"

namespace bench
{

namespace
{

using monitoring::OfflineRenderer;
using units::Result;

constexpr std::size_t numTaps = 8192;

/** Blocks in which zita-convolver renders fastest: the longest that it has. */
constexpr std::size_t zitaBlock = 8192;

enum class Measured
{
    no,
    yes ///< integrated loudness and true peak of every rendering
};

struct OfflineWork
{
    std::size_t numDevices = 0;
    double seconds = 0.0;
    Measured measured = Measured::no;

    std::size_t numFrames() const { return static_cast<std::size_t> (seconds * rate.hertz); }
};

/** What the compiler may not leave out. */
volatile double heard = 0.0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

Contestant ours (const OfflineWork& work)
{
    const auto matrices = devices (work.numDevices, numTaps);
    OfflineRenderer::Devices pointers;

    for (const auto& matrix : matrices)
        pointers.push_back (&matrix);

    const auto renderer = std::make_shared<OfflineRenderer> (numChannels, pointers);
    const auto master = std::make_shared<const dsp::AudioBuffer> (noise (work.numFrames()));
    return [work, renderer, master]() -> Result<double> {
        const double start = processCpuSeconds();
        const std::vector<std::size_t> channels (work.numDevices, numChannels);
        monitoring::OutputMeters meters { channels, rate };
        const OfflineRenderer::GroupSink measure = [&] (std::size_t first, auto blocks) {
            meters.process (first, blocks);
        };
        const OfflineRenderer::Sink hear = [] (std::size_t, dsp::ConstAudioBlock block) {
            heard = static_cast<double> (block.channel (0)[0]);
        };
        const auto renderTo = [&] (const auto& sink) {
            renderer->process (master->block(), sink);
            renderer->flush (sink);
        };
        work.measured == Measured::yes ? renderTo (measure) : renderTo (hear);

        for (std::size_t d = 0; work.measured == Measured::yes && d < work.numDevices; ++d)
            heard = meters.result (d).integrated->value + meters.result (d).truePeakDbtp->value();

        return processCpuSeconds() - start;
    };
}

/** Hands each rendering of a block over to a meter, which takes interleaved samples. */
void meter (const ZitaConvolver& convolver, std::vector<LibEbur128>& meters)
{
    std::vector<float> interleaved (numChannels * zitaBlock);

    for (std::size_t d = 0; d < meters.size(); ++d)
    {
        for (std::size_t c = 0; c < numChannels; ++c)
        {
            const auto output = convolver.output (d * numChannels + c);

            for (std::size_t n = 0; n < zitaBlock; ++n)
                interleaved[numChannels * n + c] = output[n];
        }

        meters[d].process (interleaved);
    }
}

Result<Contestant> zita (const OfflineWork& work)
{
    auto made = ZitaConvolver::make (
        devices (work.numDevices, numTaps), zitaBlock, ZitaConvolver::Partitions::uniform);

    if (! made)
        return made.problem();

    const std::shared_ptr<ZitaConvolver> convolver { *std::move (made) };
    const auto master = std::make_shared<const dsp::AudioBuffer> (noise (work.numFrames()));
    return Contestant { [work, convolver, master]() -> Result<double> {
        std::vector<LibEbur128> meters;

        for (std::size_t d = 0; work.measured == Measured::yes && d < work.numDevices; ++d)
            meters.emplace_back (numChannels, rate);

        const double start = processCpuSeconds();

        for (std::size_t at = 0; at + zitaBlock <= master->numFrames(); at += zitaBlock)
        {
            convolver->process (master->block().slice (at, zitaBlock));
            heard = static_cast<double> (convolver->output (0)[0]);
            meter (*convolver, meters);
        }

        for (const auto& measured : meters)
            heard = measured.integratedLufs() + measured.truePeak();

        return processCpuSeconds() - start;
    } };
}

Result<Contestant> ffmpeg (const OfflineWork& work)
{
    return ffmpegConvolution (noise (work.numFrames()),
                              devices (work.numDevices, numTaps),
                              work.measured == Measured::yes ? FfmpegMeter::loudnessAndTruePeak
                                                             : FfmpegMeter::none,
                              FfmpegTime::user);
}

} // namespace

std::vector<Race> offlineRaces (Length length)
{
    std::vector<Race> races;
    const OfflineWork plain { length == Length::whole ? std::size_t { 30 } : std::size_t { 2 },
                              length == Length::whole ? 60.0 : 1.0,
                              Measured::no };
    auto metered = plain;
    metered.measured = Measured::yes;
    const auto name = std::to_string (plain.numDevices) + " devices/" + std::to_string (numTaps)
                      + " taps";

    for (const auto& work : { plain, metered })
    {
        const bool isMetered = work.measured == Measured::yes;
        const auto full = "offline/" + name + (isMetered ? "/loudness and true peak" : "");
        const auto ourWork = [work] { return ours (work); };
        races.push_back ({ full,
                           ZitaConvolver::name() + (isMetered ? " and libebur128" : ""),
                           "CPU time, ours / peer",
                           ourWork,
                           [work] { return zita (work); } });
        races.push_back ({ full,
                           isMetered ? "ffmpeg afir,ebur128=peak=true" : "ffmpeg afir",
                           "CPU time / user time of the peer",
                           ourWork,
                           [work] { return ffmpeg (work); } });
    }

    return races;
}

} // namespace bench
