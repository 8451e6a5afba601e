// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/NoiseBed.h"

#include "dsp/AudioBuffer.h"
#include "hearing/DiffuseNoise.h"
#include "monitoring/OfflineRenderer.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace monitoring
{

namespace
{

// The level at which listeningLevel is reached, and the share of one of two equal channels in it.
constexpr double programmeLufs = -14.0;
constexpr double oneOfTwoDb = 3.0;

// Any number will do, as long as it stays the same: the noise is part of a report's identity.
constexpr std::uint64_t seed = 20;

constexpr auto blockFrames = OfflineRenderer::fastBlockSize;

} // namespace

double NoiseBed::Calibration::fullScaleDbSpl() const
{
    return listeningLevel.dbSpl - programmeLufs + oneOfTwoDb + match.value();
}

struct NoiseBed::State
{
    State (const dsp::FrequencyResponse& thirdOctavesDb, const dsp::TransferMatrix& toOutput)
        : source (thirdOctavesDb, toOutput.rate(), seed),
          filter (2, { &toOutput })
    {}

    std::size_t numReady() const { return filtered[0].size() - numUsed; }

    /** The filter gives many blocks at a time, and then none for a while. */
    void makeMore()
    {
        for (auto& channel : filtered)
            channel.clear();

        numUsed = 0;

        while (numReady() == 0)
        {
            source.process (raw.block());
            filter.process (std::as_const (raw).block(), keep);
        }
    }

    const OfflineRenderer::Sink keep = [this] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t c = 0; c < 2; ++c)
            filtered[c].insert (
                filtered[c].end(), block.channel (c).begin(), block.channel (c).end());
    };

    hearing::DiffuseNoise source;
    OfflineRenderer filter;
    dsp::AudioBuffer raw { 2, blockFrames };
    std::array<std::vector<float>, 2> filtered {};
    std::size_t numUsed = 0;
};

NoiseBed::NoiseBed (const library::BackgroundNoise& noise,
                    const dsp::TransferMatrix& toOutput,
                    const Calibration& calibration)
    : state (std::make_unique<State> (
        noise.thirdOctavesDbSpl.raisedBy (units::Decibels { -calibration.fullScaleDbSpl() }),
        toOutput))
{
    PRECONDITION (toOutput.numInputs() == 2 && toOutput.numOutputs() == 2);
}

NoiseBed::~NoiseBed() = default;
NoiseBed::NoiseBed (NoiseBed&&) noexcept = default;
NoiseBed& NoiseBed::operator= (NoiseBed&&) noexcept = default;

void NoiseBed::addTo (dsp::AudioBlock block)
{
    for (std::size_t done = 0; done < block.numFrames();)
    {
        if (state->numReady() == 0)
            state->makeMore();

        const auto count = std::min (block.numFrames() - done, state->numReady());

        for (std::size_t c = 0; c < 2; ++c)
            for (std::size_t i = 0; i < count; ++i)
                block.channel (c)[done + i] += state->filtered[c][state->numUsed + i];

        done += count;
        state->numUsed += count;
    }
}

} // namespace monitoring
