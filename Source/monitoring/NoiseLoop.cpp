// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/NoiseLoop.h"

#include "dsp/BlockOperations.h"
#include "hearing/DiffuseNoise.h"
#include "monitoring/OfflineRenderer.h"
#include "monitoring/ProgrammeExcerpts.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace monitoring
{

namespace
{

constexpr units::Seconds fadeTime { 0.01 };
constexpr units::Seconds seamTime { 1.0 };

// Any number will do, as long as it stays the same.
constexpr std::uint64_t seed = 20;

/** Noise whose end runs into its beginning: the seam is a crossfade of two independent stretches at
    constant power. */
dsp::AudioBuffer circularNoise (const dsp::FrequencyResponse& thirdOctavesDb,
                                units::SampleRate rate,
                                std::size_t numFrames)
{
    const auto seam = std::min (rate.framesIn (seamTime), numFrames);
    dsp::AudioBuffer longer (2, numFrames + seam);
    hearing::DiffuseNoise { thirdOctavesDb, rate, seed }.process (longer.block());
    dsp::AudioBuffer loop (2, numFrames);
    dsp::copy (longer.block().slice (0, numFrames), loop.block());

    for (std::size_t n = 0; n < seam; ++n)
    {
        const double angle = std::numbers::pi / 2.0 * (static_cast<double> (n) + 0.5)
                             / static_cast<double> (seam);

        for (std::size_t c = 0; c < 2; ++c)
            loop.channel (c)[n] = static_cast<float> (
                std::sin (angle) * static_cast<double> (longer.channel (c)[n])
                + std::cos (angle) * static_cast<double> (longer.channel (c)[numFrames + n]));
    }

    return loop;
}

/** Circular convolution: the first time round only fills the filter. */
dsp::AudioBuffer filtered (const dsp::AudioBuffer& loop, const dsp::TransferMatrix& matrix)
{
    OfflineRenderer renderer { 2, { &matrix } };
    dsp::AudioBuffer out (2, loop.numFrames());
    std::size_t numRendered = 0;
    const auto keepSecondRound = [&] (std::size_t, dsp::ConstAudioBlock block) {
        for (std::size_t n = 0; n < block.numFrames(); ++n, ++numRendered)
            if (numRendered >= out.numFrames() && numRendered < 2 * out.numFrames())
                for (std::size_t c = 0; c < 2; ++c)
                    out.channel (c)[numRendered - out.numFrames()] = block.channel (c)[n];
    };

    renderer.process (loop.block(), keepSecondRound);
    renderer.process (loop.block(), keepSecondRound);
    renderer.flush (keepSecondRound);
    return out;
}

} // namespace

std::unique_ptr<NoiseLoop> makeNoiseLoop (const library::BackgroundNoise& noise,
                                          const dsp::TransferMatrix& toOutput,
                                          units::Seconds length)
{
    PRECONDITION (toOutput.numInputs() == 2 && toOutput.numOutputs() == 2);
    const auto spectrum = noise.thirdOctavesDbSpl.raisedBy (
        units::Decibels { -NoiseLoop::referenceDbSpl });
    const auto frames = std::max (toOutput.rate().framesIn (length), toOutput.numTaps());
    auto loop = std::make_unique<NoiseLoop>();
    ProgrammeExcerpts whole {
        filtered (circularNoise (spectrum, toOutput.rate(), frames), toOutput), toOutput.rate()
    };
    loop->level = units::Decibels { kWeightedLevelDb (whole) };
    loop->frames = std::move (whole.frames);
    return loop;
}

units::Decibels noiseLoopGain (units::SoundPressureLevel listeningLevel,
                               units::Decibels programmeGain)
{
    constexpr double programmeLufs = -14.0;
    constexpr double oneOfTwoDb = 3.0;
    const double fullScaleDbSpl = listeningLevel.dbSpl - programmeLufs + oneOfTwoDb;
    return programmeGain + units::Decibels { NoiseLoop::referenceDbSpl - fullScaleDbSpl };
}

//==================================================================================================
NoisePlayer::NoisePlayer (units::SampleRate rate, std::size_t longestBlock)
    : fade (rate.framesIn (fadeTime)),
      level (rate.framesIn (fadeTime), 0.0f),
      noise (2, longestBlock),
      before (2, longestBlock)
{}

NoisePlayer::~NoisePlayer()
{
    giveBack (playing);
    giveBack (outgoing);
    giveBack (next);
}

std::unique_ptr<NoiseLoop> NoisePlayer::send (std::unique_ptr<NoiseLoop> loop)
{
    PRECONDITION (loop != nullptr && loop->frames.numFrames() > 0);
    return loops.send (std::move (loop));
}

void NoisePlayer::giveBack (NoiseLoop*& loop) noexcept REALTIME
{
    if (loop != nullptr)
        loops.giveBack (std::exchange (loop, nullptr));
}

void NoisePlayer::adopt() noexcept REALTIME
{
    while (auto* const newer = loops.receive())
    {
        giveBack (next);
        next = newer;
    }

    if (! fade.isRunning())
        giveBack (outgoing);

    if (next == nullptr || outgoing != nullptr)
        return;

    outgoing = std::exchange (playing, std::exchange (next, nullptr));

    if (outgoing != nullptr)
        fade.start();
}

void NoisePlayer::addTo (dsp::AudioBlock block, float gain) noexcept REALTIME
{
    adopt();
    level.moveTo (playing == nullptr ? 0.0f : gain);

    if (playing == nullptr || (level.isSilent() && ! fade.isRunning()))
        return;

    const auto now = noise.block().slice (0, block.numFrames());
    fill (now, *playing, position);

    if (fade.isRunning())
    {
        const auto old = before.block().slice (0, block.numFrames());
        fill (old, *outgoing, position);
        fade.mix (old, now);
    }

    level.applyTo (now);
    position += block.numFrames();

    for (std::size_t c = 0; c < 2; ++c)
        for (std::size_t n = 0; n < block.numFrames(); ++n)
            block.channel (c)[n] += now.channel (c)[n];
}

void NoisePlayer::fill (dsp::AudioBlock block,
                        const NoiseLoop& loop,
                        std::size_t from) const noexcept REALTIME
{
    const auto source = loop.frames.block();

    for (std::size_t done = 0; done < block.numFrames();)
    {
        const auto place = (from + done) % source.numFrames();
        const auto count = std::min (block.numFrames() - done, source.numFrames() - place);
        dsp::copy (source.slice (place, count), block.slice (done, count));
        done += count;
    }
}

} // namespace monitoring
