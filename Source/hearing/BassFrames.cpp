// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassFrames.h"

#include "dsp/Fft.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

constexpr double frameSeconds = 4.0 * BassFrames::hop.value;
constexpr double highestHz = 2000.0;

// Multiples of this are sizes that the transform is fast at.
constexpr std::size_t grain = 256;

std::size_t frameSize (units::SampleRate rate)
{
    return (rate.framesIn ({ frameSeconds - 1e-9 }) + grain - 1) / grain * grain;
}

} // namespace

struct BassFrames::State
{
    State (std::size_t numChannels, units::SampleRate at)
        : rate (at),
          fft (frameSize (at)),
          window (fft.size()),
          pending (numChannels, std::vector<double> (fft.size() / 2))
    {
        const double scale = std::sqrt (8.0) / static_cast<double> (fft.size());
        const double step = 2.0 * std::numbers::pi / static_cast<double> (fft.size());

        for (std::size_t n = 0; n < window.size(); ++n)
            window[n] = 0.5 * scale * (1.0 - std::cos (step * static_cast<double> (n)));
    }

    /** Frames of the stream before the middle of a frame, rounded. */
    std::size_t middleOf (std::size_t frame) const
    {
        return static_cast<std::size_t> (
            std::llround (static_cast<double> (frame) * hop.value * rate.hertz));
    }

    /** Where the coming frame begins in `pending`, which begins half a frame before the stream. */
    std::size_t startOfNext() const { return middleOf (nextFrame) - discarded; }

    /** Drops what no frame needs any more, once there is more of it than of what is needed. */
    void discard()
    {
        const std::size_t now = std::min (startOfNext(), pending[0].size());

        if (2 * now < pending[0].size())
            return;

        for (auto& channel : pending)
            channel.erase (channel.begin(), channel.begin() + static_cast<std::ptrdiff_t> (now));

        discarded += now;
    }

    BassSpectrum spectrum() const
    {
        BassSpectrum result;
        result.binHz = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
        const std::size_t numBins = std::min (
            fft.numBins(), static_cast<std::size_t> (highestHz / result.binHz) + 1);
        result.powers.assign (numBins, 0.0);

        for (const auto& channel : pending)
            add (channel, result);

        return result;
    }

    void add (const std::vector<double>& channel, BassSpectrum& to) const
    {
        std::vector<double> frame (fft.size());
        std::transform (window.begin(),
                        window.end(),
                        channel.begin() + static_cast<std::ptrdiff_t> (startOfNext()),
                        frame.begin(),
                        std::multiplies<> {});
        auto bins = fft.forward (frame);
        const double share = 1.0 / static_cast<double> (pending.size());

        for (std::size_t k = 1; k + 1 < bins.size(); ++k)
            to.totalMeanSquare += share * std::norm (bins[k]) / BassSpectrum::noiseBins;

        bins.resize (to.powers.size());

        for (std::size_t k = 0; k < bins.size(); ++k)
        {
            bins[k] *= k % 2 == 0 ? 1.0 : -1.0;
            to.powers[k] += share * std::norm (bins[k]);
        }

        to.channels.push_back (std::move (bins));
    }

    bool isLeftOut (std::size_t frame) const { return frame < leftOut.size() && leftOut[frame]; }

    units::SampleRate rate;
    dsp::DesignFft fft;
    std::vector<double> window;
    std::vector<std::vector<double>> pending; ///< channels × frames
    std::size_t discarded = 0;                ///< frames that have left `pending`
    std::vector<bool> leftOut;
    std::size_t received = 0;
    std::size_t nextFrame = 0;
    std::size_t framesInAll = static_cast<std::size_t> (-1); ///< of the spectra; known at the end
};

BassFrames::BassFrames (std::size_t numChannels, units::SampleRate rate)
    : state (std::make_unique<State> (numChannels, rate))
{
    PRECONDITION (numChannels > 0);
}

BassFrames::~BassFrames() = default;
BassFrames::BassFrames (BassFrames&&) noexcept = default;
BassFrames& BassFrames::operator= (BassFrames&&) noexcept = default;

void BassFrames::leaveOut (std::vector<bool> which) { state->leftOut = std::move (which); }

void BassFrames::append (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->pending.size());

    for (std::size_t c = 0; c < block.numChannels(); ++c)
    {
        auto& pending = state->pending[c];
        const auto waiting = static_cast<std::ptrdiff_t> (pending.size());
        pending.resize (pending.size() + block.numFrames());
        std::ranges::transform (block.channel (c), pending.begin() + waiting, [] (float in) {
            return std::isfinite (in) ? in : 0.0f;
        });
    }

    state->received += block.numFrames();
}

void BassFrames::appendSilence()
{
    for (auto& channel : state->pending)
        channel.resize (channel.size() + state->fft.size());

    const double middles = static_cast<double> (state->received) / (hop.value * state->rate.hertz);
    state->framesInAll = static_cast<std::size_t> (std::ceil (middles));
}

std::optional<BassSpectrum> BassFrames::next()
{
    if (state->nextFrame >= state->framesInAll)
        return std::nullopt;

    if (state->pending[0].size() < state->startOfNext() + state->fft.size())
        return std::nullopt;

    auto result = state->isLeftOut (state->nextFrame) ? BassSpectrum {} : state->spectrum();
    ++state->nextFrame;
    state->discard();
    return result;
}

} // namespace hearing
