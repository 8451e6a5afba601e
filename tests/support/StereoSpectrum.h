// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/Fft.h"
#include "units/SampleRate.h"

#include <bit>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

namespace support
{

/** Mean squares of two channels and of their product. */
struct StereoPowers
{
    double left = 0.0;
    double right = 0.0;
    double cross = 0.0;

    double leftDb() const { return 10.0 * std::log10 (left); }
    double rightDb() const { return 10.0 * std::log10 (right); }
    double correlation() const { return cross / std::sqrt (left * right); }
};

/** The spectrum of a long stereo signal from Hann-windowed transforms of more than five seconds: what
    is loud does not show beside itself. */
class StereoSpectrum
{
public:
    StereoSpectrum (dsp::ConstAudioBlock stereo, units::SampleRate rate)
        : fft (std::bit_ceil (rate.framesIn ({ 5.0 }))),
          binHz (rate.hertz / static_cast<double> (fft.size())),
          powers (fft.numBins())
    {
        std::size_t blocks = 0;

        for (std::size_t start = 0; start + fft.size() <= stereo.numFrames();
             start += fft.size() / 2, ++blocks)
        {
            const auto left = bins (stereo.channel (0).subspan (start, fft.size()));
            const auto right = bins (stereo.channel (1).subspan (start, fft.size()));

            for (std::size_t k = 0; k < powers.size(); ++k)
            {
                powers[k].left += std::norm (left[k]);
                powers[k].right += std::norm (right[k]);
                powers[k].cross += (left[k] * std::conj (right[k])).real();
            }
        }

        // 3/8 is the mean square of a Hann window.
        const auto size = static_cast<double> (fft.size());
        scale = 2.0 / (0.375 * size * size * static_cast<double> (blocks));
    }

    StereoPowers between (double lowHz, double highHz) const
    {
        StereoPowers sum;

        for (std::size_t k = 1; k < powers.size(); ++k)
        {
            const double frequency = binHz * static_cast<double> (k);

            if (frequency >= lowHz && frequency < highHz)
            {
                sum.left += scale * powers[k].left;
                sum.right += scale * powers[k].right;
                sum.cross += scale * powers[k].cross;
            }
        }

        return sum;
    }

private:
    std::vector<std::complex<double>> bins (std::span<const float> samples) const
    {
        std::vector<double> windowed (samples.size());

        for (std::size_t n = 0; n < samples.size(); ++n)
        {
            const double phase = std::numbers::pi * static_cast<double> (n)
                                 / static_cast<double> (samples.size());
            windowed[n] = samples[n] * std::sin (phase) * std::sin (phase);
        }

        return fft.forward (windowed);
    }

    dsp::DesignFft fft;
    double binHz;
    double scale = 0.0;
    std::vector<StereoPowers> powers;
};

} // namespace support
