// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterFeed.h"

#include "monitoring/OfflineRenderer.h"

#include <algorithm>

namespace monitoring
{

namespace
{
constexpr std::size_t chunkFrames = 8192;
} // namespace

MasterFeed::MasterFeed (files::AudioFileReader& master, units::SampleRate rate)
    : reader (master),
      wantedRate (rate),
      chunk (master.numChannels(), chunkFrames)
{
    if (reader.rate() != rate)
        resampler = std::make_unique<dsp::Resampler> (
            reader.numChannels(), reader.rate(), wantedRate);
}

std::int64_t MasterFeed::framesExpected() const
{
    return reader.numFrames() * wantedRate.hertz / reader.rate().hertz;
}

void MasterFeed::keep (dsp::ConstAudioBlock block)
{
    for (std::size_t side = 0; side < 2; ++side)
    {
        const auto channel = block.channel (std::min (side, block.numChannels() - 1));
        waiting[side].erase (waiting[side].begin(),
                             waiting[side].begin() + static_cast<std::ptrdiff_t> (firstWaiting));
        waiting[side].insert (waiting[side].end(), channel.begin(), channel.end());
    }

    firstWaiting = 0;
}

units::Result<void> MasterFeed::readOn()
{
    const auto frames = reader.read (chunk.block());

    if (! frames)
        return frames.problem();

    isAtEnd = *frames < chunkFrames;
    const auto block = chunk.block().slice (0, *frames);

    if (resampler == nullptr)
    {
        keep (block);
        return {};
    }

    keep (resampler->process (block).block());

    if (isAtEnd)
        keep (resampler->flush().block());

    return {};
}

units::Result<std::size_t> MasterFeed::next (dsp::AudioBlock into)
{
    while (! isAtEnd && waiting[0].size() - firstWaiting < into.numFrames())
        if (auto more = readOn(); ! more)
            return more.problem();

    const auto frames = std::min (into.numFrames(), waiting[0].size() - firstWaiting);

    for (std::size_t side = 0; side < 2; ++side)
    {
        const auto from = waiting[side].begin() + static_cast<std::ptrdiff_t> (firstWaiting);
        const auto to = into.channel (side);
        std::copy_n (from, frames, to.begin());
        std::fill (to.begin() + static_cast<std::ptrdiff_t> (frames), to.end(), 0.0f);
    }

    firstWaiting += frames;
    given += static_cast<std::int64_t> (frames);
    return frames;
}

units::Result<void>
MasterFeed::feed (const std::function<units::Result<void> (dsp::ConstAudioBlock)>& take,
                  const Progress& progress)
{
    dsp::AudioBuffer block (2, OfflineRenderer::fastBlockSize);
    const auto expected = static_cast<double> (std::max<std::int64_t> (1, framesExpected()));

    for (std::size_t frames = block.numFrames(); frames == block.numFrames();)
    {
        const auto read = next (block.block());

        if (! read)
            return read.problem();

        frames = *read;

        if (auto taken = take (block.block().slice (0, frames)); ! taken)
            return taken;

        if (progress (std::min (1.0, static_cast<double> (framesGiven()) / expected))
            == Continue::no)
            return interruption();
    }

    return {};
}

} // namespace monitoring
