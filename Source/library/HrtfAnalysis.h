// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"

#include <span>
#include <vector>

namespace library
{

/** A head-related impulse response taken apart: what is left of it is magnitude and delay. */
struct HrirParts
{
    std::vector<double> levelsDb; ///< at bins 0 … size / 2; nothing lies 60 dB below the maximum
    double delaySamples; ///< of its best alignment with its minimum-phase version (Nam 2008)
};

/** @param samples  at most fft.size() / 2, not silent
    @param fineFft  four times as long as fft: the delay is read off at quarter samples */
HrirParts hrirParts (std::span<const double> samples,
                     const dsp::DesignFft& fft,
                     const dsp::DesignFft& fineFft);

} // namespace library
