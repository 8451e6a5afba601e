// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/Resampler.h"

#include "dsp/PreRinging.h"
#include "units/Precondition.h"

#include <soxr.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dsp
{
namespace
{

soxr_quality_spec_t specOf (Resampler::Quality quality)
{
    return soxr_quality_spec (
        (quality == Resampler::Quality::high ? SOXR_HQ : SOXR_VHQ) | SOXR_LINEAR_PHASE, 0);
}

std::uint64_t framesAtRate (std::uint64_t frames, units::SampleRate from, units::SampleRate to)
{
    const auto in = static_cast<std::uint64_t> (from.hertz);
    return (frames * static_cast<std::uint64_t> (to.hertz) + in / 2) / in;
}

// How long a band edge rings, in frames at the lower rate: 256 frames on, what is left of an impulse
// lies 120 dB below it (seen in ResamplerTest).
constexpr double ringingFrames = 256.0;

// What very high quality promises to keep (soxr.h: 0.913).
constexpr double passBandOfNyquist = 0.91;

units::Seconds ringingTime (units::SampleRate from, units::SampleRate to)
{
    return { ringingFrames / std::min (from, to).hertz };
}

std::vector<double> resampledSamples (std::span<const double> in,
                                      std::size_t framesOut,
                                      units::SampleRate from,
                                      units::SampleRate to)
{
    std::vector<double> out (framesOut);
    const auto format = soxr_io_spec (SOXR_FLOAT64_I, SOXR_FLOAT64_I);
    const auto spec = specOf (Resampler::Quality::veryHigh);
    std::size_t done = 0;

    [[maybe_unused]] const auto error = soxr_oneshot (from.hertz,
                                                      to.hertz,
                                                      1,
                                                      in.data(),
                                                      in.size(),
                                                      nullptr,
                                                      out.data(),
                                                      out.size(),
                                                      &done,
                                                      &format,
                                                      &spec,
                                                      nullptr);
    PRECONDITION (error == nullptr);
    return out;
}

} // namespace

ImpulseResponse resampled (const ImpulseResponse& ir, units::SampleRate to)
{
    if (to == ir.rate || ir.samples.empty())
        return { ir.samples, to };

    // Silence before and after gives the ringing room. Both are whole numbers of frames at both
    // rates, so that the first sample stays where it is in time.
    const int common = std::gcd (ir.rate.hertz, to.hertz);
    const auto stepIn = static_cast<std::size_t> (ir.rate.hertz / common);
    const auto stepOut = static_cast<std::size_t> (to.hertz / common);
    const std::size_t steps = units::SampleRate { common }.framesIn (ringingTime (ir.rate, to));

    std::vector<double> in (ir.samples.size() + 2 * steps * stepIn);
    std::copy (ir.samples.begin(),
               ir.samples.end(),
               in.begin() + static_cast<std::ptrdiff_t> (steps * stepIn));

    const std::size_t framesOut = framesAtRate (in.size(), ir.rate, to);
    auto out = resampledSamples (in, framesOut, ir.rate, to);
    const auto arrival = out.begin() + static_cast<std::ptrdiff_t> (steps * stepOut);
    const double passBand = passBandOfNyquist * std::min (ir.rate, to).hertz / to.hertz;

    out = withoutPreRinging (
        { out.begin(), arrival }, std::vector<double> { arrival, out.end() }, passBand);

    const double scale = static_cast<double> (ir.rate.hertz) / to.hertz;

    for (double& sample : out)
        sample *= scale;

    return { std::move (out), to };
}

struct Resampler::State
{
    State (std::size_t channels, units::SampleRate in, units::SampleRate out, Quality quality)
        : numChannels (channels),
          from (in),
          to (out)
    {
        const auto format = soxr_io_spec (SOXR_FLOAT32_S, SOXR_FLOAT32_S);
        const auto spec = specOf (quality);

        engine = soxr_create (from.hertz,
                              to.hertz,
                              static_cast<unsigned> (numChannels),
                              nullptr,
                              &format,
                              &spec,
                              nullptr);
        PRECONDITION (engine != nullptr);
    }

    ~State() { soxr_delete (engine); }
    State (const State&) = delete;
    State& operator= (const State&) = delete;

    /** One call of soxr; nullptr means that the stream has ended.
        @returns the number of frames written to `out`. */
    std::size_t run (const std::vector<const float*>* in, std::size_t framesNow, AudioBlock out)
    {
        std::vector<float*> outs;

        for (std::size_t c = 0; c < numChannels; ++c)
            outs.push_back (out.channel (c).data());

        std::size_t used = 0;
        std::size_t written = 0;

        [[maybe_unused]] const auto error = soxr_process (engine,
                                                          in == nullptr ? nullptr : in->data(),
                                                          framesNow,
                                                          &used,
                                                          outs.data(),
                                                          out.numFrames(),
                                                          &written);
        PRECONDITION (error == nullptr && used == framesNow);
        framesOut += written;
        return written;
    }

    std::size_t numChannels;
    units::SampleRate from;
    units::SampleRate to;
    soxr_t engine = nullptr;
    std::uint64_t framesIn = 0;
    std::uint64_t framesOut = 0;
};

namespace
{

AudioBuffer firstFrames (AudioBuffer&& buffer, std::size_t frames)
{
    if (frames == buffer.numFrames())
        return std::move (buffer);

    AudioBuffer shorter { buffer.numChannels(), frames };

    for (std::size_t c = 0; c < buffer.numChannels(); ++c)
        std::copy_n (buffer.channel (c).begin(), frames, shorter.channel (c).begin());

    return shorter;
}

} // namespace

Resampler::Resampler (std::size_t numChannels,
                      units::SampleRate from,
                      units::SampleRate to,
                      Quality quality)
    : state (std::make_unique<State> (numChannels, from, to, quality))
{
    PRECONDITION (numChannels > 0);
}

Resampler::~Resampler() = default;

AudioBuffer Resampler::process (ConstAudioBlock in)
{
    PRECONDITION (in.numChannels() == state->numChannels);

    std::vector<const float*> ins;

    for (std::size_t c = 0; c < in.numChannels(); ++c)
        ins.push_back (in.channel (c).data());

    state->framesIn += in.numFrames();

    // All that may be due: what the frames so far make, less what has left already.
    const auto due = framesAtRate (state->framesIn, state->from, state->to) + 1 - state->framesOut;
    AudioBuffer out { in.numChannels(), static_cast<std::size_t> (due) };
    const std::size_t written = state->run (&ins, in.numFrames(), out.block());
    return firstFrames (std::move (out), written);
}

AudioBuffer Resampler::flush()
{
    const auto total = framesAtRate (state->framesIn, state->from, state->to);
    PRECONDITION (total >= state->framesOut);

    AudioBuffer out { state->numChannels, static_cast<std::size_t> (total - state->framesOut) };
    std::size_t written = 0;

    while (written < out.numFrames())
    {
        const auto rest = out.block().slice (written, out.numFrames() - written);
        const std::size_t more = state->run (nullptr, 0, rest);

        if (more == 0)
            break;

        written += more;
    }

    return out;
}

} // namespace dsp
