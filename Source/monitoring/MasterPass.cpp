// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterPass.h"

#include "dsp/AudioBuffer.h"
#include "dsp/KernelPlayer.h"
#include "monitoring/MasterFeed.h"
#include "monitoring/Workers.h"

#include <algorithm>
#include <optional>

namespace monitoring
{

namespace
{

using units::Result;

// Large blocks are cheapest off line; half a dozen of them hold the longest usual kernel.
constexpr std::size_t blockFrames = 8192;

/** One output while it is being rendered. */
struct Rendering
{
    std::unique_ptr<dsp::PartitionedKernel> kernel; ///< none: untouched
    std::size_t tailFrames = 0;
    files::Spool spool;
    hearing::LoudnessMeter meter;
    Result<void> outcome {};
};

/** What one worker needs to render any output. */
struct Desk
{
    std::unique_ptr<dsp::KernelPlayer> player;
    dsp::AudioBuffer block;
};

class Renderings
{
public:
    static Result<Renderings> begin (const MasterPassRequest& request)
    {
        Renderings renderings;
        std::size_t widest = 2;
        std::size_t longest = 1;

        for (const auto& heard : request.heard)
        {
            const auto channels = heard.matrix == nullptr ? 2 : heard.matrix->numOutputs();
            auto spool = files::Spool::create (request.workFolder, channels);

            if (! spool)
                return spool.problem();

            renderings.all.push_back ({ kernelOf (heard),
                                        heard.matrix == nullptr ? 0 : heard.matrix->numTaps() - 1,
                                        std::move (*spool),
                                        hearing::LoudnessMeter { channels, request.rate } });
            widest = std::max (widest, channels);
            longest = std::max (longest, renderings.all.back().tailFrames + 1);
        }

        renderings.history = std::make_unique<dsp::InputHistory> (2, blockFrames, longest);

        for (std::size_t worker = 0; worker < renderings.workers->size(); ++worker)
            renderings.desks.push_back ({ std::make_unique<dsp::KernelPlayer> (blockFrames),
                                          dsp::AudioBuffer (widest, blockFrames) });

        return renderings;
    }

    /** Renders the next block of every output that still sounds. @param masterFrames  of the whole
        master, once its end is known. */
    Result<void> play (dsp::ConstAudioBlock in, std::optional<std::int64_t> masterFrames)
    {
        history->push (in);
        workers->forEach (all.size(), [&] (std::size_t part, std::size_t worker) {
            playOne (all[part], desks[worker], in, masterFrames);
        });

        for (const auto& rendering : all)
            if (! rendering.outcome)
                return rendering.outcome.problem();

        return {};
    }

    /** Whether every output, with its tail, is as long as it should be. */
    bool areComplete (std::int64_t masterFrames) const
    {
        return std::all_of (all.begin(), all.end(), [=] (const Rendering& rendering) {
            return rendering.spool.numFrames() == lengthOf (rendering, masterFrames);
        });
    }

    std::vector<HeardOutput> take() &&
    {
        std::vector<HeardOutput> outputs;

        for (auto& rendering : all)
            outputs.push_back ({ std::move (rendering.spool), rendering.meter.result() });

        return outputs;
    }

private:
    static std::unique_ptr<dsp::PartitionedKernel> kernelOf (const Heard& heard)
    {
        return heard.matrix == nullptr
                   ? nullptr
                   : std::make_unique<dsp::PartitionedKernel> (*heard.matrix, blockFrames);
    }

    static std::int64_t lengthOf (const Rendering& rendering, std::int64_t masterFrames)
    {
        return masterFrames + static_cast<std::int64_t> (rendering.tailFrames);
    }

    void playOne (Rendering& rendering,
                  Desk& desk,
                  dsp::ConstAudioBlock in,
                  std::optional<std::int64_t> masterFrames) const
    {
        std::size_t frames = blockFrames;

        if (masterFrames)
            frames = static_cast<std::size_t> (
                std::min (static_cast<std::int64_t> (blockFrames),
                          lengthOf (rendering, *masterFrames) - rendering.spool.numFrames()));

        if (frames == 0 || ! rendering.outcome)
            return;

        auto sound = in;

        if (rendering.kernel != nullptr)
        {
            const auto out = desk.block.block().first (rendering.kernel->numOutputs());
            desk.player->play (*history, *rendering.kernel, out);
            sound = out;
        }

        rendering.meter.process (sound.slice (0, frames));
        rendering.outcome = rendering.spool.write (sound.slice (0, frames));
    }

    std::vector<Rendering> all;
    std::unique_ptr<dsp::InputHistory> history;
    std::unique_ptr<Workers> workers = std::make_unique<Workers>();
    std::vector<Desk> desks;
};

} // namespace

Result<MasterPass> passOver (files::AudioFileReader& master,
                             const MasterPassRequest& request,
                             const Progress& progress)
{
    auto renderings = Renderings::begin (request);

    if (! renderings)
        return renderings.problem();

    MasterFeed feed { master, request.rate };
    hearing::LoudnessMeter meter { 2, request.rate };
    dsp::AudioBuffer block (2, blockFrames);
    std::optional<std::int64_t> masterFrames;

    while (! masterFrames || ! renderings->areComplete (*masterFrames))
    {
        const auto frames = feed.next (block.block());

        if (! frames)
            return frames.problem();

        if (*frames < blockFrames)
            masterFrames = feed.framesGiven();

        meter.process (block.block().slice (0, *frames));

        if (auto played = renderings->play (block.block(), masterFrames); ! played)
            return played.problem();

        const auto expected = static_cast<double> (
            std::max<std::int64_t> (1, feed.framesExpected()));

        if (progress (static_cast<double> (feed.framesGiven()) / expected) == Continue::no)
            return interruption();
    }

    return MasterPass { meter.result(), std::move (*renderings).take() };
}

} // namespace monitoring
