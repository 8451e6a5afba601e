// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterPass.h"

#include "monitoring/MasterFeed.h"
#include "monitoring/OutputMeters.h"

#include <functional>

namespace monitoring
{

namespace
{

using units::Result;

/** One output while it is being rendered. */
struct Recording
{
    files::Spool spool;
    Result<void> outcome {};

    void take (dsp::ConstAudioBlock block)
    {
        if (outcome && block.numFrames() > 0)
            outcome = spool.write (block);
    }
};

/** All outputs while they are being rendered and measured. */
class Recordings
{
public:
    Recordings (std::vector<Recording> fresh, OutputMeters ofOutputs)
        : recordings (std::move (fresh)),
          meters (std::move (ofOutputs))
    {}

    void take (std::size_t first, std::span<const dsp::ConstAudioBlock> blocks)
    {
        meters.process (first, blocks);

        for (std::size_t r = 0; r < blocks.size(); ++r)
            recordings[first + r].take (blocks[r]);
    }

    Result<void> firstTrouble() const
    {
        for (const auto& recording : recordings)
            if (! recording.outcome)
                return recording.outcome.problem();

        return {};
    }

    /** What became of them, which ends them. */
    std::vector<HeardOutput> finish()
    {
        std::vector<HeardOutput> outputs;

        for (std::size_t r = 0; r < recordings.size(); ++r)
            outputs.push_back ({ std::move (recordings[r].spool), meters.result (r) });

        return outputs;
    }

private:
    std::vector<Recording> recordings;
    OutputMeters meters;
};

OfflineRenderer::Devices devicesOf (std::span<const Heard> heard)
{
    OfflineRenderer::Devices devices;

    for (const auto& one : heard)
        devices.push_back (one.matrix);

    return devices;
}

std::vector<std::size_t> channelsOf (std::span<const Heard> heard)
{
    std::vector<std::size_t> channels;

    for (const auto& one : heard)
        channels.push_back (one.matrix == nullptr ? 2 : one.matrix->numOutputs());

    return channels;
}

Result<std::vector<Recording>> beginRecordings (const MasterPassRequest& request)
{
    std::vector<Recording> recordings;

    for (const auto channels : channelsOf (request.heard))
    {
        auto spool = files::Spool::create (request.workFolder, channels);

        if (! spool)
            return spool.problem();

        recordings.push_back ({ std::move (*spool) });
    }

    return recordings;
}

/** Renders all of a master for `sink`. @param trouble  asked after every block
    @returns how loud the master itself is */
Result<hearing::ProgrammeLoudness> renderMaster (files::AudioFileReader& master,
                                                 const MasterPassRequest& request,
                                                 const OfflineRenderer::GroupSink& sink,
                                                 const std::function<Result<void>()>& trouble,
                                                 const Progress& progress)
{
    OfflineRenderer renderer { 2, devicesOf (request.heard), 0 };
    MasterFeed feed { master, request.rate };
    hearing::LoudnessMeter meter { 2,
                                   request.rate,
                                   hearing::LoudnessMeter::Extent::integratedAndPeak };
    const auto render = [&] (dsp::ConstAudioBlock block) {
        meter.process (block);
        renderer.process (block, sink);
        return trouble();
    };

    if (auto fed = feed.feed (render, progress); ! fed)
        return fed.problem();

    renderer.flush (sink);

    if (auto last = trouble(); ! last)
        return last.problem();

    return meter.result();
}

} // namespace

Result<MasterPass> passOver (files::AudioFileReader& master,
                             const MasterPassRequest& request,
                             const Progress& progress)
{
    auto fresh = beginRecordings (request);

    if (! fresh)
        return fresh.problem();

    Recordings recordings { std::move (*fresh),
                            OutputMeters { channelsOf (request.heard), request.rate } };
    const auto loudness = renderMaster (
        master,
        request,
        [&] (std::size_t first, auto blocks) { recordings.take (first, blocks); },
        [&] { return recordings.firstTrouble(); },
        progress);

    if (! loudness)
        return loudness.problem();

    return MasterPass { *loudness, recordings.finish() };
}

Result<MasterLevels> levelsOver (files::AudioFileReader& master,
                                 std::span<const Heard> heard,
                                 units::SampleRate rate,
                                 const Progress& progress)
{
    OutputMeters meters { channelsOf (heard), rate };
    const auto loudness = renderMaster (
        master,
        { heard, rate, {} },
        [&] (std::size_t first, auto blocks) { meters.process (first, blocks); },
        [] { return Result<void> {}; },
        progress);

    if (! loudness)
        return loudness.problem();

    MasterLevels levels { *loudness, {} };

    for (std::size_t output = 0; output < heard.size(); ++output)
        levels.outputs.push_back (meters.result (output));

    return levels;
}

} // namespace monitoring
