// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessMeter.h"

#include "dsp/AudioBuffer.h"
#include "dsp/TruePeakMeter.h"
#include "hearing/LoudnessRange.h"
#include "hearing/SlidingLoudness.h"
#include "units/Precondition.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace hearing
{
namespace
{

struct Destroy
{
    void operator() (ebur128_state* meter) const { ebur128_destroy (&meter); }
};

using Gating = std::unique_ptr<ebur128_state, Destroy>;

Gating gating (std::size_t channels, units::SampleRate rate)
{
    Gating meter { ebur128_init (static_cast<unsigned> (channels),
                                 static_cast<unsigned long> (rate.hertz),
                                 EBUR128_MODE_I) };
    PRECONDITION (meter != nullptr);
    return meter;
}

std::optional<units::Lufs> heard (units::Lufs lufs)
{
    return std::isfinite (lufs.value) ? std::optional { lufs } : std::nullopt;
}

/** Blocks that stay in the first cache while each part of the meter goes over them. */
constexpr std::size_t chunkFrames = 1024;

constexpr std::uint64_t hopsPerPoint =
    SlidingLoudness::hopsPerSecond / static_cast<std::uint64_t> (LoudnessCurve::pointsPerSecond);

static_assert (LoudnessCurve::pointsPerSecond >= LoudnessRange::leastWindowsPerSecond);

} // namespace

struct LoudnessMeter::State
{
    State (std::size_t channels, units::SampleRate rate, Extent asked)
        : extent (asked),
          gated (gating (channels, rate)),
          sliding (channels, rate),
          peaks (channels),
          clean (channels, chunkFrames),
          interleaved (channels * chunkFrames)
    {}

    void process (dsp::ConstAudioBlock block)
    {
        const auto chunk = cleaned (block);
        interleave (chunk);
        ebur128_add_frames_float (gated.get(), interleaved.data(), chunk.numFrames());
        peaks.process (chunk);

        if (extent != Extent::integratedAndPeak)
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

    void interleave (dsp::ConstAudioBlock block)
    {
        for (std::size_t c = 0; c < block.numChannels(); ++c)
        {
            float* to = interleaved.data() + c;

            for (const float sample : block.channel (c))
            {
                *to = sample;
                to += block.numChannels();
            }
        }
    }

    void noteHop()
    {
        if (sliding.hopsSoFar() % hopsPerPoint != 0)
            return;

        if (sliding.hasFullShortTerm())
            range.add (sliding.shortTerm());

        if (extent == Extent::programmeAndCurve)
            curve.points.push_back ({ static_cast<float> (sliding.momentary().value),
                                      static_cast<float> (sliding.shortTerm().value) });
    }

    std::optional<units::Lufs> integrated() const
    {
        double lufs = -HUGE_VAL;
        ebur128_loudness_global (gated.get(), &lufs);
        return heard ({ lufs });
    }

    ProgrammeLoudness result() const
    {
        ProgrammeLoudness programme;
        programme.integrated = integrated();
        programme.truePeakDbtp = peaks.truePeak();
        programme.maxMomentary = heard (sliding.maxMomentary());
        programme.maxShortTerm = heard (sliding.maxShortTerm());
        programme.rangeLu = range.lu();
        return programme;
    }

    Extent extent;
    Gating gated;
    SlidingLoudness sliding;
    LoudnessRange range;
    dsp::TruePeakMeter peaks;
    LoudnessCurve curve;
    dsp::AudioBuffer clean;
    std::vector<float> interleaved;
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
             state->integrated() };
}

ProgrammeLoudness LoudnessMeter::result() const { return state->result(); }

const LoudnessCurve& LoudnessMeter::curve() const
{
    PRECONDITION (state->extent == Extent::programmeAndCurve);
    return state->curve;
}

// The library keeps 0.4 s of audio, but its gating blocks outlive a change of channels and rate.
void LoudnessMeter::finish()
{
    constexpr unsigned long leastRate = 16;
    ebur128_change_parameters (state->gated.get(), 1, leastRate);
}

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
    std::vector<ebur128_state*> gated;
    LoudnessRange range;

    for (const auto* meter : meters)
    {
        const auto one = meter->result();
        gated.push_back (meter->state->gated.get());
        range.add (meter->state->range);
        album.truePeakDbtp = std::max (album.truePeakDbtp, one.truePeakDbtp);
        album.maxMomentary = std::max (album.maxMomentary, one.maxMomentary);
        album.maxShortTerm = std::max (album.maxShortTerm, one.maxShortTerm);
    }

    double lufs = -HUGE_VAL;
    ebur128_loudness_global_multiple (gated.data(), gated.size(), &lufs);
    album.integrated = heard ({ lufs });
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
