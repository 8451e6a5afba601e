// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"
#include "units/SampleRate.h"

#include <span>
#include <vector>

namespace library
{

struct Hrir
{
    std::span<const double> samples;
    units::SampleRate rate;
};

/** A head-related impulse response taken apart: what is left of it is magnitude and delay. */
struct HrirParts
{
    std::vector<double> levelsDb; ///< at bins 0 … size / 2; nothing lies 60 dB below the maximum
    double delaySamples;          ///< of its best alignment with its minimum-phase version
};

/** @param hrir  of at most fft.size() / 2 samples, not silent
    @param fineFft  four times as long as fft: the delay is read off at quarter samples */
HrirParts hrirParts (const Hrir& hrir, const dsp::DesignFft& fft, const dsp::DesignFft& fineFft);

} // namespace library
