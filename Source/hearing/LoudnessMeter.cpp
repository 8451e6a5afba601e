// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessMeter.h"

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

using Meter = std::unique_ptr<ebur128_state, Destroy>;

Meter made (std::size_t channels, units::SampleRate rate, int mode)
{
    Meter meter { ebur128_init (
        static_cast<unsigned> (channels), static_cast<unsigned long> (rate.hertz), mode) };
    PRECONDITION (meter != nullptr);
    return meter;
}

/** libebur128 finds true peaks between the samples with 4× oversampling below 96 kHz, 2× below
    192 kHz and not at all above. The interpolator itself knows no rate, so at high rates one that
    believes in 48 kHz looks four times as finely too.
*/
constexpr int fullyOversampledBelowHz = 96000;
constexpr units::SampleRate fullyOversampledRate { 48000 };

constexpr int loudnessModes = EBUR128_MODE_I | EBUR128_MODE_LRA;

std::optional<units::Lufs> heard (double lufs)
{
    return std::isfinite (lufs) ? std::optional { units::Lufs { lufs } } : std::nullopt;
}

} // namespace

struct LoudnessMeter::State
{
    State (std::size_t channels, units::SampleRate at)
        : numChannels (channels),
          rate (at),
          loudness (
              made (channels,
                    at,
                    needsOwnPeakMeter() ? loudnessModes : loudnessModes | EBUR128_MODE_TRUE_PEAK)),
          sliding (channels, at)
    {
        if (needsOwnPeakMeter())
            peaks = made (channels, fullyOversampledRate, EBUR128_MODE_TRUE_PEAK);
    }

    bool needsOwnPeakMeter() const { return rate.hertz >= fullyOversampledBelowHz; }

    void process (dsp::ConstAudioBlock block)
    {
        interleaved.resize (numChannels * block.numFrames());

        for (std::size_t c = 0; c < numChannels; ++c)
        {
            const auto channel = block.channel (c);

            for (std::size_t n = 0; n < channel.size(); ++n)
                interleaved[n * numChannels + c] = std::isfinite (channel[n]) ? channel[n] : 0.0f;
        }

        ebur128_add_frames_float (loudness.get(), interleaved.data(), block.numFrames());

        if (peaks != nullptr)
            ebur128_add_frames_float (peaks.get(), interleaved.data(), block.numFrames());

        sliding.process (block);
    }

    std::optional<units::Decibels> truePeak() const
    {
        auto* const meter = needsOwnPeakMeter() ? peaks.get() : loudness.get();
        double highest = 0.0;

        for (unsigned c = 0; c < numChannels; ++c)
        {
            double peak = 0.0;

            if (ebur128_true_peak (meter, c, &peak) == EBUR128_SUCCESS)
                highest = std::max (highest, peak);
        }

        if (highest <= 0.0)
            return std::nullopt;

        return units::Decibels::fromGain (highest);
    }

    ProgrammeLoudness result() const
    {
        ProgrammeLoudness programme;
        double value = 0.0;

        if (ebur128_loudness_global (loudness.get(), &value) == EBUR128_SUCCESS)
            programme.integrated = heard (value);

        if (programme.integrated
            && ebur128_loudness_range (loudness.get(), &value) == EBUR128_SUCCESS)
            programme.rangeLu = value;

        programme.truePeakDbtp = truePeak();
        programme.maxMomentary = sliding.maxMomentary();
        programme.maxShortTerm = sliding.maxShortTerm();
        return programme;
    }

    std::size_t numChannels;
    units::SampleRate rate;
    Meter loudness;
    Meter peaks;
    SlidingLoudness sliding;
    std::vector<float> interleaved;
};

LoudnessMeter::LoudnessMeter (std::size_t numChannels, units::SampleRate rate)
    : state (std::make_unique<State> (numChannels, rate))
{
    PRECONDITION (numChannels > 0);
}

LoudnessMeter::~LoudnessMeter() = default;
LoudnessMeter::LoudnessMeter (LoudnessMeter&&) noexcept = default;
LoudnessMeter& LoudnessMeter::operator= (LoudnessMeter&&) noexcept = default;

void LoudnessMeter::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->numChannels);
    state->process (block);
}

ProgrammeLoudness LoudnessMeter::result() const { return state->result(); }

} // namespace hearing
