// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterSpectra.h"

#include "dsp/BandOverlap.h"
#include "monitoring/StereoSpectrum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace monitoring
{

namespace
{

// 0.17 s at 48 kHz: long enough to tell the third octaves from 25 Hz apart, and about as long as
// loudness takes to build up.
constexpr units::Seconds shortestMoment { 0.125 };

// 0.68 s at 48 kHz: as fine as the peaks and dips of a room that reverberates for half a second.
constexpr units::Seconds shortestWhole { 0.5 };

std::size_t sizeFor (units::Seconds shortest, units::SampleRate rate)
{
    return std::bit_ceil (rate.framesIn (shortest));
}

std::size_t binsInBands (std::size_t transformSize, units::SampleRate rate)
{
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (transformSize);
    const double end = dsp::narrow_bands::edgeHz (dsp::narrow_bands::count);
    return std::min (transformSize / 2, static_cast<std::size_t> (std::lround (end / binHz))) + 1;
}

} // namespace

struct MasterSpectrometer::State
{
    explicit State (units::SampleRate at)
        : rate (at),
          moments (sizeFor (shortestMoment, at)),
          whole (sizeFor (shortestWhole, at)),
          overlaps (dsp::narrowBandOverlaps (at, moments.transformSize()))
    {
        restart();
    }

    void restart()
    {
        spectra = { rate, {}, {}, whole.transformSize() };
        spectra.bins.resize (binsInBands (whole.transformSize(), rate));
        momentsPassed = 0;
        stride = 1;
    }

    void takeMoment (const StereoSpectrum::Bins& left, const StereoSpectrum::Bins& right)
    {
        if (momentsPassed++ % stride == 0)
            keep (bandsOf (left, right));
    }

    /** Halves what is kept when it becomes too much: evenly, so that no part of the master counts for
        more than another. */
    void keep (const StereoBands& next)
    {
        auto& kept = spectra.moments;
        kept.push_back (next);

        if (kept.size() <= mostMoments)
            return;

        for (std::size_t i = 0; 2 * i < kept.size(); ++i)
            kept[i] = kept[2 * i];

        kept.resize ((kept.size() + 1) / 2);
        stride *= 2;
    }

    StereoBands bandsOf (const StereoSpectrum::Bins& left, const StereoSpectrum::Bins& right) const
    {
        StereoBands bands;
        const double scale = moments.powerScale();

        for (std::size_t band = 0; band < bands.size(); ++band)
        {
            double l = 0.0;
            double r = 0.0;
            std::complex<double> cross;

            for (const auto& [bin, share] : overlaps[band])
            {
                l += share * std::norm (left[bin]);
                r += share * std::norm (right[bin]);
                cross += share * left[bin] * std::conj (right[bin]);
            }

            bands[band] = { static_cast<float> (scale * l),
                            static_cast<float> (scale * r),
                            static_cast<float> (scale * cross.real()),
                            static_cast<float> (scale * cross.imag()) };
        }

        return bands;
    }

    void takeWhole (const StereoSpectrum::Bins& left, const StereoSpectrum::Bins& right)
    {
        const double scale = whole.powerScale();

        for (std::size_t bin = 0; bin < spectra.bins.size(); ++bin)
        {
            const auto cross = left[bin] * std::conj (right[bin]);
            auto& sum = spectra.bins[bin];
            sum.left += static_cast<float> (scale * std::norm (left[bin]));
            sum.right += static_cast<float> (scale * std::norm (right[bin]));
            sum.crossReal += static_cast<float> (scale * cross.real());
            sum.crossImaginary += static_cast<float> (scale * cross.imag());
        }
    }

    units::SampleRate rate;
    StereoSpectrum moments;
    StereoSpectrum whole;
    std::vector<dsp::BandOverlap> overlaps;
    MasterSpectra spectra;
    std::size_t momentsPassed = 0;
    std::size_t stride = 1;

    const StereoSpectrum::Sink toMoments = [this] (const StereoSpectrum::Bins& left,
                                                   const StereoSpectrum::Bins& right) {
        takeMoment (left, right);
    };
    const StereoSpectrum::Sink toWhole = [this] (const StereoSpectrum::Bins& left,
                                                 const StereoSpectrum::Bins& right) {
        takeWhole (left, right);
    };
};

MasterSpectrometer::MasterSpectrometer (units::SampleRate rate)
    : state (std::make_unique<State> (rate))
{}

MasterSpectrometer::~MasterSpectrometer() = default;
MasterSpectrometer::MasterSpectrometer (MasterSpectrometer&&) noexcept = default;
MasterSpectrometer& MasterSpectrometer::operator= (MasterSpectrometer&&) noexcept = default;

void MasterSpectrometer::process (dsp::ConstAudioBlock block)
{
    state->moments.process (block, state->toMoments);
    state->whole.process (block, state->toWhole);
}

MasterSpectra MasterSpectrometer::finish()
{
    state->moments.flush (state->toMoments);
    state->whole.flush (state->toWhole);
    auto spectra = std::exchange (state->spectra, {});
    state->restart();
    return spectra;
}

} // namespace monitoring
