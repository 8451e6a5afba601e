// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterPass.h"

#include "dsp/AudioBuffer.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/OfflineRenderer.h"

#include <algorithm>

namespace monitoring
{

namespace
{

using units::Result;

constexpr auto blockFrames = OfflineRenderer::fastBlockSize;

/** One output while it is being rendered. */
struct Recording
{
    files::Spool spool;
    hearing::LoudnessMeter meter;
    Result<void> outcome {};

    void take (dsp::ConstAudioBlock block)
    {
        if (! outcome)
            return;

        meter.process (block);
        outcome = spool.write (block);
    }
};

/** Matching and the safety gain ask for no more. */
hearing::LoudnessMeter meterFor (std::size_t numChannels, units::SampleRate rate)
{
    return { numChannels, rate, hearing::LoudnessMeter::Extent::integratedAndPeak };
}

OfflineRenderer::Kernels kernelsOf (std::span<const Heard> heard)
{
    OfflineRenderer::Kernels kernels;

    for (const auto& one : heard)
        kernels.push_back (one.matrix == nullptr ? nullptr
                                                 : std::make_shared<dsp::PartitionedKernel> (
                                                     *one.matrix, blockFrames));

    return kernels;
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

        recordings.push_back ({ std::move (*spool), meterFor (channels, request.rate) });
    }

    return recordings;
}

Result<void> firstTrouble (const std::vector<Recording>& recordings)
{
    for (const auto& recording : recordings)
        if (! recording.outcome)
            return recording.outcome.problem();

    return {};
}

MasterPass passOf (const hearing::LoudnessMeter& master, std::vector<Recording>&& recordings)
{
    MasterPass pass { master.result(), {} };

    for (auto& recording : recordings)
        pass.outputs.push_back ({ std::move (recording.spool), recording.meter.result() });

    return pass;
}

} // namespace

Result<MasterPass> passOver (files::AudioFileReader& master,
                             const MasterPassRequest& request,
                             const Progress& progress)
{
    auto recordings = beginRecordings (request);

    if (! recordings)
        return recordings.problem();

    OfflineRenderer renderer { 2, blockFrames, kernelsOf (request.heard), 0 };
    const OfflineRenderer::Sink record = [&] (std::size_t output, dsp::ConstAudioBlock block) {
        (*recordings)[output].take (block);
    };
    MasterFeed feed { master, request.rate };
    auto meter = meterFor (2, request.rate);
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

        if (auto trouble = firstTrouble (*recordings); ! trouble)
            return trouble.problem();

        if (progress (static_cast<double> (feed.framesGiven()) / expected) == Continue::no)
            return interruption();
    }

    renderer.flush (record);

    if (auto trouble = firstTrouble (*recordings); ! trouble)
        return trouble.problem();

    return passOf (meter, std::move (*recordings));
}

} // namespace monitoring
