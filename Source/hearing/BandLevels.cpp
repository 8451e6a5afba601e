// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BandLevels.h"

#include "dsp/Fft.h"
#include "dsp/ThirdOctave.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace hearing
{
namespace
{

constexpr dsp::ThirdOctave firstBand { -16 }; // 25 Hz
constexpr dsp::ThirdOctave lastBand { 12 };   // 16 kHz
constexpr double lowestDb = -200.0;

// Long enough for the bins to lie closer than a quarter of the band around 25 Hz.
constexpr units::Seconds shortestBlock { 0.68 };

} // namespace

/** Welch's method with sine windows that overlap by half: sin² + cos² = 1, so that every sample weighs
    the same. What comes before the beginning is silence, and so is what follows the end. */
struct BandLevels::State
{
    State (std::size_t channels, units::SampleRate at)
        : numChannels (channels),
          rate (at),
          fft (std::bit_ceil (at.framesIn (shortestBlock))),
          window (fft.size()),
          blocks (channels, std::vector<double> (fft.size())),
          powers (fft.numBins()),
          filled (fft.size() / 2)
    {
        for (std::size_t n = 0; n < window.size(); ++n)
            window[n] = std::sin (std::numbers::pi * (static_cast<double> (n) + 0.5)
                                  / static_cast<double> (window.size()));
    }

    void process (dsp::ConstAudioBlock block)
    {
        for (std::size_t done = 0; done < block.numFrames();)
        {
            const std::size_t now = std::min (fft.size() - filled, block.numFrames() - done);
            append (block.slice (done, now));
            done += now;

            if (filled == fft.size())
                finishBlock();
        }
    }

    void append (dsp::ConstAudioBlock block)
    {
        for (std::size_t c = 0; c < numChannels; ++c)
            std::ranges::transform (block.channel (c),
                                    blocks[c].begin() + static_cast<std::ptrdiff_t> (filled),
                                    [] (float in) { return std::isfinite (in) ? in : 0.0f; });

        filled += block.numFrames();
        framesSoFar += block.numFrames();
    }

    void finishBlock()
    {
        addPowers (powers);

        for (auto& block : blocks)
            std::copy (middleOf (block), block.end(), block.begin());

        filled = fft.size() / 2;
    }

    static std::vector<double>::iterator middleOf (std::vector<double>& block)
    {
        return block.begin() + static_cast<std::ptrdiff_t> (block.size() / 2);
    }

    /** The powers as if silence had followed. */
    std::vector<double> powersToTheEnd() const
    {
        State ending { numChannels, rate };
        ending.blocks = blocks;
        ending.powers = powers;

        for (auto& block : ending.blocks)
            std::fill (block.begin() + static_cast<std::ptrdiff_t> (filled), block.end(), 0.0);

        ending.finishBlock();

        for (auto& block : ending.blocks)
            std::fill (middleOf (block), block.end(), 0.0);

        ending.finishBlock();
        return ending.powers;
    }

    void addPowers (std::vector<double>& to) const
    {
        for (const auto& block : blocks)
        {
            auto windowed = block;
            std::ranges::transform (windowed, window, windowed.begin(), std::multiplies<> {});
            const auto bins = fft.forward (windowed);

            for (std::size_t k = 0; k < bins.size(); ++k)
                to[k] += std::norm (bins[k]);
        }
    }

    /** Mean square between two frequencies. A bin that a band's edge cuts counts in part. */
    double meanSquare (const std::vector<double>& all, dsp::ThirdOctave band) const
    {
        const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
        double sum = 0.0;

        for (std::size_t k = 1; k < all.size(); ++k)
        {
            const double centre = static_cast<double> (k) * binHz;
            const double low = std::max (band.lowHz(), centre - 0.5 * binHz);
            const double high = std::min (band.highHz(), centre + 0.5 * binHz);
            sum += all[k] * std::max (0.0, high - low) / binHz;
        }

        // All blocks together hold the energy of the programme once, in both halves of the spectrum
        // (Parseval): Σ 2|X|² / N.
        return 2.0 * sum / (static_cast<double> (fft.size()) * static_cast<double> (framesSoFar));
    }

    std::size_t numChannels;
    units::SampleRate rate;
    dsp::DesignFft fft;
    std::vector<double> window;
    std::vector<std::vector<double>> blocks; ///< channels × frames
    std::vector<double> powers;
    std::size_t filled; ///< frames of the block that is under way
    std::uint64_t framesSoFar = 0;
};

BandLevels::BandLevels (std::size_t numChannels, units::SampleRate rate)
    : state (std::make_unique<State> (numChannels, rate))
{}

BandLevels::~BandLevels() = default;
BandLevels::BandLevels (BandLevels&&) noexcept = default;
BandLevels& BandLevels::operator= (BandLevels&&) noexcept = default;

void BandLevels::process (dsp::ConstAudioBlock block)
{
    PRECONDITION (block.numChannels() == state->numChannels);
    state->process (block);
}

std::optional<dsp::FrequencyResponse> BandLevels::result() const
{
    const auto powers = state->powersToTheEnd();

    if (std::ranges::all_of (powers, [] (double power) { return power <= 0.0; }))
        return std::nullopt;

    std::vector<double> centres;
    std::vector<double> levels;

    for (auto band = firstBand; band.fromOneKilohertz <= lastBand.fromOneKilohertz
                                && band.highHz() <= state->rate.nyquistHz();
         ++band.fromOneKilohertz)
    {
        centres.push_back (band.centreHz());
        levels.push_back (
            std::max (lowestDb, 10.0 * std::log10 (state->meanSquare (powers, band))));
    }

    auto response = dsp::FrequencyResponse::fromPoints (std::move (centres), std::move (levels));
    PRECONDITION (response);
    return std::move (response).value();
}

} // namespace hearing
