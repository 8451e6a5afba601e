// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MasterSpectra.h"

#include "dsp/BandOverlap.h"
#include "monitoring/StereoSpectrum.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace monitoring
{

namespace
{

// 0.17 s at 48 kHz: long enough to tell the third octaves from 25 Hz apart.
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

StereoBands bandsOf (const std::vector<dsp::BandOverlap>& overlaps,
                     const StereoSpectrum::Bins& left,
                     const StereoSpectrum::Bins& right,
                     double scale)
{
    StereoBands bands;

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

void takeMoments (dsp::ConstAudioBlock programme, MasterSpectra& spectra)
{
    StereoSpectrum spectrum { sizeFor (shortestMoment, spectra.rate) };
    spectra.momentSize = spectrum.transformSize();
    const auto overlaps = dsp::narrowBandOverlaps (spectra.rate, spectra.momentSize);
    const StereoSpectrum::Sink take = [&] (const auto& left, const auto& right) {
        spectra.moments.push_back (bandsOf (overlaps, left, right, spectrum.powerScale()));
    };
    spectrum.process (programme, take);
    spectrum.flush (take);
}

void takeBins (dsp::ConstAudioBlock programme, MasterSpectra& spectra)
{
    StereoSpectrum spectrum { sizeFor (shortestWhole, spectra.rate) };
    spectra.transformSize = spectrum.transformSize();
    spectra.bins.resize (binsInBands (spectra.transformSize, spectra.rate));
    const auto scale = static_cast<float> (spectrum.powerScale());
    const StereoSpectrum::Sink take = [&] (const auto& left, const auto& right) {
        for (std::size_t bin = 0; bin < spectra.bins.size(); ++bin)
        {
            const auto cross = left[bin] * std::conj (right[bin]);
            auto& sum = spectra.bins[bin];
            sum.left += scale * static_cast<float> (std::norm (left[bin]));
            sum.right += scale * static_cast<float> (std::norm (right[bin]));
            sum.crossReal += scale * static_cast<float> (cross.real());
            sum.crossImaginary += scale * static_cast<float> (cross.imag());
        }
    };
    spectrum.process (programme, take);
    spectrum.flush (take);
}

} // namespace

/** The cross-spectrum from |L + R|² = |L|² + |R|² + 2 Re (L · conj (R)), which holds over time too. */
StereoPowers stereoPowers (dsp::ConstAudioBlock programme, units::SampleRate rate)
{
    const auto left = programme.channel (0);
    const auto right = programme.channel (1);
    std::vector<float> sum (programme.numFrames());
    std::ranges::transform (left, right, sum.begin(), [] (float l, float r) {
        return (std::isfinite (l) ? l : 0.0f) + (std::isfinite (r) ? r : 0.0f);
    });
    StereoPowers powers { hearing::thirdOctavePowers (left, rate),
                          hearing::thirdOctavePowers (right, rate),
                          hearing::thirdOctavePowers (sum, rate) };

    for (std::size_t frame = 0; frame < powers.cross.size(); ++frame)
        for (std::size_t band = 0; band < hearing::numThirdOctaves; ++band)
        {
            float& cross = powers.cross[frame][band];
            cross = 0.5f * (cross - powers.left[frame][band] - powers.right[frame][band]);
        }

    return powers;
}

MasterSpectra masterSpectra (dsp::ConstAudioBlock programme, units::SampleRate rate)
{
    PRECONDITION (programme.numChannels() == 2);
    MasterSpectra spectra;
    spectra.rate = rate;
    takeMoments (programme, spectra);
    takeBins (programme, spectra);
    spectra.powers = stereoPowers (programme, rate);
    return spectra;
}

} // namespace monitoring
