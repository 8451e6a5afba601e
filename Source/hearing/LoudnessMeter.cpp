// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessMeter.h"

#include "dsp/AudioBuffer.h"
#include "dsp/TruePeakMeter.h"
#include "hearing/GatedLoudness.h"
#include "hearing/LoudnessRange.h"
#include "hearing/SlidingLoudness.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hearing
{
namespace
{

std::optional<units::Lufs> heard (units::Lufs lufs)
{
    return std::isfinite (lufs.value) ? std::optional { lufs } : std::nullopt;
}

/** Blocks that stay in the first cache while each part of the meter goes over them. */
constexpr std::size_t chunkFrames = 1024;

constexpr std::uint64_t hopsPerPoint =
    SlidingLoudness::hopsPerSecond / static_cast<std::uint64_t> (LoudnessCurve::pointsPerSecond);

constexpr std::uint64_t hopsPerGatingBlock = SlidingLoudness::hopsPerSecond
                                             / GatedLoudness::blocksPerSecond;

static_assert (LoudnessCurve::pointsPerSecond >= LoudnessRange::leastWindowsPerSecond);

} // namespace

struct LoudnessMeter::State
{
    State (std::size_t channels, units::SampleRate rate, Extent asked)
        : extent (asked),
          sliding (channels, rate),
          peaks (channels),
          clean (channels, chunkFrames)
    {}

    void process (dsp::ConstAudioBlock block)
    {
        const auto chunk = cleaned (block);
        peaks.process (chunk);
        sliding.process (chunk, [this] { noteHop(); });
    }

    dsp::ConstAudioBlock cleaned (dsp::ConstAudioBlock block)
    {
        for (std::size_t c = 0; c < block.numChannels(); ++c)
            std::ranges::transform (
                block.channel (c), clean.channel (c).begin(), [] (float sample) {
                    return std::isfinite (sample) ? sample : 0.0f;
                });

        return clean.block().slice (0, block.numFrames());
    }

    void noteHop()
    {
        if (sliding.hopsSoFar() % hopsPerGatingBlock == 0 && sliding.hasFullMomentary())
            gated.add (sliding.momentaryMeanSquare());

        if (extent == Extent::integratedAndPeak || sliding.hopsSoFar() % hopsPerPoint != 0)
            return;

        if (sliding.hasFullShortTerm())
            range.add (sliding.shortTerm());

        if (extent == Extent::programmeAndCurve)
            curve.points.push_back ({ static_cast<float> (sliding.momentary().value),
                                      static_cast<float> (sliding.shortTerm().value) });
    }

    ProgrammeLoudness result() const
    {
        ProgrammeLoudness programme;
        programme.integrated = heard (gated.integrated());
        programme.truePeakDbtp = peaks.truePeak();

        if (extent == Extent::integratedAndPeak)
            return programme;

        programme.maxMomentary = heard (sliding.maxMomentary());
        programme.maxShortTerm = heard (sliding.maxShortTerm());
        programme.rangeLu = range.lu();
        return programme;
    }

    Extent extent;
    GatedLoudness gated;
    SlidingLoudness sliding;
    LoudnessRange range;
    dsp::TruePeakMeter peaks;
    LoudnessCurve curve;
    dsp::AudioBuffer clean;
};

LoudnessMeter::LoudnessMeter (std::size_t numChannels, units::SampleRate rate, Extent extent)
    : state (std::make_unique<State> (numChannels, rate, extent))
{
    PRECONDITION (numChannels > 0);
}

LoudnessMeter::~LoudnessMeter() = default;
LoudnessMeter::LoudnessMeter (LoudnessMeter&&) noexcept = default;
LoudnessMeter& LoudnessMeter::operator= (LoudnessMeter&&) noexcept = default;

void LoudnessMeter::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->clean.numChannels());

    for (std::size_t n = 0; n < block.numFrames(); n += chunkFrames)
        state->process (block.slice (n, std::min (chunkFrames, block.numFrames() - n)));
}

LoudnessReading LoudnessMeter::now() const
{
    PRECONDITION (state->extent != Extent::integratedAndPeak);
    return { heard (state->sliding.momentary()),
             heard (state->sliding.shortTerm()),
             heard (state->gated.integrated()) };
}

ProgrammeLoudness LoudnessMeter::result() const { return state->result(); }

const LoudnessCurve& LoudnessMeter::curve() const
{
    PRECONDITION (state->extent == Extent::programmeAndCurve);
    return state->curve;
}

void LoudnessMeter::finish() { state->gated.finish(); }

//==================================================================================================
std::optional<double> ProgrammeLoudness::peakToLoudnessDb() const
{
    if (! integrated || ! truePeakDbtp)
        return std::nullopt;

    return truePeakDbtp->value() - integrated->value;
}

ProgrammeLoudness albumLoudness (std::span<const LoudnessMeter* const> meters)
{
    ProgrammeLoudness album;
    std::vector<const GatedLoudness*> gated;
    LoudnessRange range;

    for (const auto* meter : meters)
    {
        const auto one = meter->result();
        gated.push_back (&meter->state->gated);
        range.add (meter->state->range);
        album.truePeakDbtp = std::max (album.truePeakDbtp, one.truePeakDbtp);
        album.maxMomentary = std::max (album.maxMomentary, one.maxMomentary);
        album.maxShortTerm = std::max (album.maxShortTerm, one.maxShortTerm);
    }

    album.integrated = heard (GatedLoudness::integratedOf (gated));
    album.rangeLu = range.lu();
    return album;
}

ProgrammeLoudness programmeLoudness (dsp::ConstAudioBlock programme, units::SampleRate rate)
{
    LoudnessMeter meter { programme.numChannels(), rate };
    meter.process (programme);
    return meter.result();
}

} // namespace hearing
