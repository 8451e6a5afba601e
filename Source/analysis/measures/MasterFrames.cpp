// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/MasterFrames.h"

#include "dsp/Fft.h"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace analysis
{

namespace
{

constexpr double leastFrameSeconds = 0.08;

std::size_t frameLength (units::SampleRate rate)
{
    std::size_t length = 256;

    while (static_cast<double> (length) < leastFrameSeconds * rate.hertz)
        length *= 2;

    return length;
}

/** Scaled so that the power of the bin on which a sine stands is the sine's mean square. */
std::vector<float> hannWindow (std::size_t length)
{
    std::vector<float> window (length);
    const double scale = std::numbers::sqrt2 / (0.5 * static_cast<double> (length));

    for (std::size_t i = 0; i < length; ++i)
    {
        const double turn = static_cast<double> (i) / static_cast<double> (length);
        window[i] = static_cast<float> (scale
                                        * (0.5 - 0.5 * std::cos (2.0 * std::numbers::pi * turn)));
    }

    return window;
}

} // namespace

struct MasterFrames::State
{
    State (std::size_t channels, units::SampleRate fileRate)
        : rate (fileRate),
          length (frameLength (fileRate)),
          window (hannWindow (length)),
          fft (length),
          waiting (channels),
          spectra (2, std::vector<float> (fft.numGroups() * dsp::floatsPerGroup)),
          powers (3, std::vector<float> (length / 2))
    {}

    std::size_t firstOf (std::uint64_t frame) const
    {
        return static_cast<std::size_t> (frame * static_cast<std::uint64_t> (rate.hertz)
                                         / static_cast<std::uint64_t> (perSecond));
    }

    void transform (std::size_t channel, std::size_t start)
    {
        const auto samples = fft.samples();

        for (std::size_t i = 0; i < length; ++i)
            samples[i] = window[i] * waiting[channel][start + i];

        auto& spectrum = spectra[channel];
        fft.forward (spectrum.data(), dsp::floatsPerGroup);
        spectrum[0] = spectrum[dsp::binsPerGroup] = 0.0f; // neither DC nor Nyquist
    }

    void reckonPowers()
    {
        const float* a = spectra[0].data();
        const float* b = waiting.size() == 1 ? a : spectra[1].data();

        for (std::size_t group = 0; group < fft.numGroups(); ++group)
            for (std::size_t i = 0; i < dsp::binsPerGroup; ++i)
            {
                const std::size_t re = group * dsp::floatsPerGroup + i;
                const std::size_t im = re + dsp::binsPerGroup;
                const std::size_t bin = group * dsp::binsPerGroup + i;
                const float sumRe = a[re] + b[re];
                const float sumIm = a[im] + b[im];
                powers[0][bin] = a[re] * a[re] + a[im] * a[im];
                powers[1][bin] = b[re] * b[re] + b[im] * b[im];
                powers[2][bin] = sumRe * sumRe + sumIm * sumIm;
            }
    }

    units::SampleRate rate;
    std::size_t length;
    std::vector<float> window;
    dsp::RealFft fft;
    std::vector<std::vector<float>> waiting; ///< channels; from `dropped` on
    std::vector<std::vector<float>> spectra;
    std::vector<std::vector<float>> powers;
    std::size_t dropped = 0; ///< frames of the stream before the first that waits
    std::size_t received = 0;
    std::uint64_t nextFrame = 0;
};

MasterFrames::MasterFrames (std::size_t numChannels, units::SampleRate rate)
    : state (std::make_unique<State> (numChannels, rate))
{}

MasterFrames::~MasterFrames() = default;
MasterFrames::MasterFrames (MasterFrames&&) noexcept = default;
MasterFrames& MasterFrames::operator= (MasterFrames&&) noexcept = default;

std::size_t MasterFrames::numBins() const { return state->length / 2; }

double MasterFrames::binHz() const
{
    return static_cast<double> (state->rate.hertz) / static_cast<double> (state->length);
}

void MasterFrames::append (dsp::ConstAudioBlock block)
{
    const auto done = state->firstOf (state->nextFrame) - state->dropped;

    for (std::size_t c = 0; c < block.numChannels(); ++c)
    {
        auto& waiting = state->waiting[c];
        const auto old = std::min (done, waiting.size());
        waiting.erase (waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t> (old));
        waiting.insert (waiting.end(), block.channel (c).begin(), block.channel (c).end());
    }

    state->received += block.numFrames();
    state->dropped = state->received - state->waiting[0].size();
}

// As much as the last frame that begins within the stream reaches beyond it.
void MasterFrames::appendSilence()
{
    auto last = state->nextFrame;

    while (state->firstOf (last + 1) < state->received)
        ++last;

    if (state->firstOf (last) >= state->received)
        return;

    const auto needed = state->firstOf (last) + state->length - state->dropped;

    for (auto& waiting : state->waiting)
        waiting.resize (needed);
}

std::optional<FramePowers> MasterFrames::next()
{
    const auto start = state->firstOf (state->nextFrame) - state->dropped;

    if (start + state->length > state->waiting[0].size())
        return std::nullopt;

    for (std::size_t c = 0; c < state->waiting.size(); ++c)
        state->transform (c, start);

    state->reckonPowers();
    ++state->nextFrame;
    return FramePowers { binHz(), state->powers[0], state->powers[1], state->powers[2] };
}

} // namespace analysis
