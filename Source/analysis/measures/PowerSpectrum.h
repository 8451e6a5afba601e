// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "dsp/Fft.h"

#include <span>
#include <vector>

namespace analysis
{

/** Powers of the bins of moments under a Hann window. */
class PowerSpectrum
{
public:
    /** @param size  of the moments, in samples: a power of two */
    explicit PowerSpectrum (std::size_t size);

    std::size_t size() const { return window.size(); }

    /** Scaled so that the bins of a noise add up to its mean square: size() / 2 of them. The result is valid
        until the next call. */
    const std::vector<float>& of (std::span<const float> moment);

private:
    dsp::RealFft fft;
    dsp::AlignedBuffer<float> spectrum;
    std::vector<float> window;
    std::vector<float> powers;
};

} // namespace analysis
