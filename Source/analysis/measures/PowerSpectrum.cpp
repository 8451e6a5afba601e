// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/measures/PowerSpectrum.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace analysis
{

PowerSpectrum::PowerSpectrum (std::size_t size)
    : fft (size),
      spectrum (size),
      window (size),
      powers (size / 2)
{
    const auto length = static_cast<double> (size);

    for (std::size_t n = 0; n < size; ++n)
        window[n] = static_cast<float> (
            0.5 - 0.5 * std::cos (2.0 * std::numbers::pi * static_cast<double> (n) / length));
}

const std::vector<float>& PowerSpectrum::of (std::span<const float> moment)
{
    std::ranges::transform (moment, window, fft.samples().begin(), std::multiplies<> {});
    constexpr std::size_t pitch = 2 * dsp::binsPerGroup;
    fft.forward (spectrum.data(), pitch);

    // Parseval, with the window's mean square of 3/8.
    const auto length = static_cast<float> (size());
    const float scale = 2.0f / (length * length * 0.375f);

    for (std::size_t group = 0; group < fft.numGroups(); ++group)
    {
        const auto* bins = spectrum.data() + group * pitch;
        auto* out = powers.data() + group * dsp::binsPerGroup;

        for (std::size_t i = 0; i < dsp::binsPerGroup; ++i)
        {
            const float re = bins[i];
            const float im = bins[i + dsp::binsPerGroup];
            out[i] = scale * (re * re + im * im);
        }
    }

    powers[0] = 0.0f; // no sound, and the place of the Nyquist bin
    return powers;
}

} // namespace analysis
