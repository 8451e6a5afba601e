// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassFrames.h"

#include "dsp/AudibleSample.h"
#include "dsp/AudioBuffer.h"
#include "dsp/Fft.h"
#include "dsp/Resampler.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

// Enough for the bass's harmonics and what masks them, and whole numbers of frames in a hop.
constexpr units::SampleRate lowRate { 6000 };
constexpr std::size_t lowHop = 256;
constexpr std::size_t frameSize = 4 * lowHop;
constexpr double highestHz = 2000.0;

/** The mean square, over all frequencies, in each frame of the low rate. */
class MeanSquares
{
public:
    explicit MeanSquares (units::SampleRate at) : rate (at) {}

    void add (float sample, std::vector<double>& to)
    {
        sum += static_cast<double> (sample) * static_cast<double> (sample);
        ++count;
        due += lowRate.hertz;

        if (due < rate.hertz)
            return;

        // Of a stream at a still lower rate a sample lasts for several.
        for (; due >= rate.hertz; due -= rate.hertz)
            to.push_back (sum / static_cast<double> (count));

        sum = 0.0;
        count = 0;
    }

private:
    units::SampleRate rate;
    double sum = 0.0;
    std::size_t count = 0;
    int due = 0; ///< how much of a frame of the low rate, in parts of 1 / rate
};

/** What waits for its frame, at the low rate. */
struct Channel
{
    std::vector<double> samples;
    std::vector<double> meanSquares;
    MeanSquares squaring;

    void appendSilence (std::size_t numFrames)
    {
        const auto length = std::max (samples.size(), meanSquares.size()) + numFrames;
        samples.resize (length);
        meanSquares.resize (length);
    }

    void discard (std::size_t numFrames)
    {
        for (auto* waiting : { &samples, &meanSquares })
            waiting->erase (waiting->begin(),
                            waiting->begin() + static_cast<std::ptrdiff_t> (numFrames));
    }
};

} // namespace

struct BassFrames::State
{
    State (std::size_t numChannels, units::SampleRate at)
        : rate (at),
          resampler (numChannels, at, lowRate, dsp::Resampler::Quality::high),
          fft (frameSize),
          window (frameSize),
          pending (numChannels, { {}, {}, MeanSquares { at } })
    {
        const double step = 2.0 * std::numbers::pi / static_cast<double> (frameSize);

        for (std::size_t n = 0; n < window.size(); ++n)
            window[n] = 0.5 * (1.0 - std::cos (step * static_cast<double> (n)));

        for (auto& channel : pending)
            channel.appendSilence (frameSize / 2);
    }

    /** Where the coming frame begins in `pending`, which begins half a frame before the stream. */
    std::size_t startOfNext() const { return nextFrame * lowHop - discarded; }

    bool isComplete() const
    {
        const auto end = startOfNext() + frameSize;
        return pending[0].samples.size() >= end && pending[0].meanSquares.size() >= end;
    }

    void append (dsp::ConstAudioBlock lowRateBlock)
    {
        for (std::size_t c = 0; c < pending.size(); ++c)
        {
            const auto samples = lowRateBlock.channel (c);
            pending[c].samples.insert (pending[c].samples.end(), samples.begin(), samples.end());
        }
    }

    /** Drops what no frame needs any more, once there is more of it than of what is needed. */
    void discard()
    {
        const std::size_t now = std::min (
            { startOfNext(), pending[0].samples.size(), pending[0].meanSquares.size() });

        if (2 * now < pending[0].samples.size())
            return;

        for (auto& channel : pending)
            channel.discard (now);

        discarded += now;
    }

    BassSpectrum spectrum() const
    {
        BassSpectrum result;
        result.binHz = lowRate.hertz / static_cast<double> (frameSize);
        result.powers.assign (static_cast<std::size_t> (highestHz / result.binHz) + 1, 0.0);

        for (const auto& channel : pending)
            add (channel, result);

        return result;
    }

    void add (const Channel& channel, BassSpectrum& to) const
    {
        const double scale = std::sqrt (8.0) / static_cast<double> (frameSize);
        const auto* const samples = channel.samples.data() + startOfNext();
        const auto* const squares = channel.meanSquares.data() + startOfNext();
        std::vector<double> frame (frameSize);
        double meanSquare = 0.0;

        for (std::size_t n = 0; n < frameSize; ++n)
        {
            frame[n] = scale * window[n] * samples[n];
            meanSquare += window[n] * window[n] * squares[n];
        }

        auto bins = fft.forward (frame);
        const double share = 1.0 / static_cast<double> (pending.size());

        // The window's mean square is 3/8. What the bins from 1 on would add up to: all but bin 0.
        to.totalMeanSquare += share
                              * (meanSquare / (0.375 * static_cast<double> (frameSize))
                                 - std::norm (bins[0]) / (2.0 * BassSpectrum::noiseBins));
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
    dsp::Resampler resampler;
    dsp::DesignFft fft;
    std::vector<double> window;
    std::vector<Channel> pending;
    std::size_t discarded = 0; ///< frames that have left `pending`
    std::vector<bool> leftOut;
    std::size_t received = 0; ///< at the stream's rate
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
    dsp::AudioBuffer audible (block.numChannels(), block.numFrames());

    for (std::size_t c = 0; c < block.numChannels(); ++c)
    {
        auto& channel = state->pending[c];
        std::ranges::transform (block.channel (c), audible.channel (c).begin(), dsp::audible);

        for (const float sample : audible.channel (c))
            channel.squaring.add (sample, channel.meanSquares);
    }

    state->append (state->resampler.process (audible.block()).block());
    state->received += block.numFrames();
}

void BassFrames::appendSilence()
{
    state->append (state->resampler.flush().block());

    for (auto& channel : state->pending)
        channel.appendSilence (frameSize);

    const double middles = static_cast<double> (state->received) / (hop.value * state->rate.hertz);
    state->framesInAll = static_cast<std::size_t> (std::ceil (middles));
}

std::optional<BassSpectrum> BassFrames::next()
{
    if (state->nextFrame >= state->framesInAll || ! state->isComplete())
        return std::nullopt;

    auto result = state->isLeftOut (state->nextFrame) ? BassSpectrum {} : state->spectrum();
    ++state->nextFrame;
    state->discard();
    return result;
}

} // namespace hearing
