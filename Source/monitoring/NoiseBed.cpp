// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/NoiseBed.h"

#include "dsp/AudioBuffer.h"
#include "hearing/DiffuseNoise.h"
#include "monitoring/OfflineRenderer.h"

#include <algorithm>

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
          filter (2,
                  blockFrames,
                  { std::make_shared<dsp::PartitionedKernel> (toOutput, blockFrames) })
    {}

    void makeMore()
    {
        source.process (raw.block());
        filter.process (raw.block(), [this] (std::size_t, dsp::ConstAudioBlock block) {
            for (std::size_t c = 0; c < 2; ++c)
                std::ranges::copy (block.channel (c), filtered.channel (c).begin());
        });
        numUsed = 0;
    }

    hearing::DiffuseNoise source;
    OfflineRenderer filter;
    dsp::AudioBuffer raw { 2, blockFrames };
    dsp::AudioBuffer filtered { 2, blockFrames };
    std::size_t numUsed = blockFrames;
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
        if (state->numUsed == blockFrames)
            state->makeMore();

        const auto count = std::min (block.numFrames() - done, blockFrames - state->numUsed);

        for (std::size_t c = 0; c < 2; ++c)
            for (std::size_t i = 0; i < count; ++i)
                block.channel (c)[done + i] += state->filtered.channel (c)[state->numUsed + i];

        done += count;
        state->numUsed += count;
    }
}

} // namespace monitoring
