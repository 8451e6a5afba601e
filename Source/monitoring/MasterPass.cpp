// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterPass.h"

#include "dsp/AudioBuffer.h"
#include "hearing/FourLoudnessMeters.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/OfflineRenderer.h"

#include <algorithm>

namespace monitoring
{

namespace
{

using units::Result;

constexpr auto blockFrames = OfflineRenderer::fastBlockSize;

constexpr auto perGroup = OfflineRenderer::devicesPerGroup;

static_assert (perGroup == hearing::FourLoudnessMeters::most);

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

/** All outputs while they are being rendered; each group of them is measured at once. */
class Recordings
{
public:
    Recordings (std::vector<Recording> fresh, units::SampleRate rate)
        : recordings (std::move (fresh))
    {
        for (std::size_t first = 0; first < recordings.size(); first += perGroup)
        {
            std::vector<std::size_t> channels;

            for (auto r = first; r < std::min (first + perGroup, recordings.size()); ++r)
                channels.push_back (recordings[r].spool.numChannels());

            meters.emplace_back (channels, rate);
        }
    }

    void take (std::size_t first, std::span<const dsp::ConstAudioBlock> blocks)
    {
        meters[first / perGroup].process (blocks);

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
            outputs.push_back (
                { std::move (recordings[r].spool), meters[r / perGroup].result (r % perGroup) });

        return outputs;
    }

private:
    std::vector<Recording> recordings;
    std::vector<hearing::FourLoudnessMeters> meters {};
};

OfflineRenderer::Devices devicesOf (std::span<const Heard> heard)
{
    OfflineRenderer::Devices devices;

    for (const auto& one : heard)
        devices.push_back (one.matrix);

    return devices;
}

Result<std::vector<Recording>> beginRecordings (const MasterPassRequest& request)
{
    std::vector<Recording> recordings;

    for (const auto& heard : request.heard)
    {
        const auto channels = heard.matrix == nullptr ? 2 : heard.matrix->numOutputs();
        auto spool = files::Spool::create (request.workFolder, channels);

        if (! spool)
            return spool.problem();

        recordings.push_back ({ std::move (*spool) });
    }

    return recordings;
}

} // namespace

Result<MasterPass> passOver (files::AudioFileReader& master,
                             const MasterPassRequest& request,
                             const Progress& progress)
{
    auto fresh = beginRecordings (request);

    if (! fresh)
        return fresh.problem();

    Recordings recordings { std::move (*fresh), request.rate };
    OfflineRenderer renderer { 2, devicesOf (request.heard), 0 };
    const OfflineRenderer::GroupSink record = [&] (std::size_t first, auto blocks) {
        recordings.take (first, blocks);
    };
    MasterFeed feed { master, request.rate };
    hearing::LoudnessMeter meter { 2,
                                   request.rate,
                                   hearing::LoudnessMeter::Extent::integratedAndPeak };
    dsp::AudioBuffer block (2, blockFrames);
    const auto expected = static_cast<double> (std::max<std::int64_t> (1, feed.framesExpected()));

    for (std::size_t frames = blockFrames; frames == blockFrames;)
    {
        const auto read = feed.next (block.block());

        if (! read)
            return read.problem();

        frames = *read;
        meter.process (block.block().slice (0, frames));
        renderer.process (block.block().slice (0, frames), record);

        if (auto trouble = recordings.firstTrouble(); ! trouble)
            return trouble.problem();

        if (progress (static_cast<double> (feed.framesGiven()) / expected) == Continue::no)
            return interruption();
    }

    renderer.flush (record);

    if (auto trouble = recordings.firstTrouble(); ! trouble)
        return trouble.problem();

    return MasterPass { meter.result(), recordings.finish() };
}

} // namespace monitoring
