// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/NarrowBands.h"
#include "hearing/ThirdOctavePowers.h"
#include "units/SampleRate.h"

#include <array>
#include <vector>

namespace monitoring
{

/** Mean squares of left and right in a band or bin, and their cross-spectrum L · conj (R): all that is
    needed to know the power of any linear mix of the two. */
struct StereoPower
{
    float left = 0.0f;
    float right = 0.0f;
    float crossReal = 0.0f;
    float crossImaginary = 0.0f;

    bool operator== (const StereoPower&) const = default;
};

/** Powers in narrow bands. A channel whose RMS is full scale has a mean square of 1. */
using StereoBands = std::array<StereoPower, dsp::narrow_bands::count>;

/** Powers of third octaves over time, as they leave the filters of ISO 532-1, and the real part of their
    cross-spectrum. */
struct StereoPowers
{
    std::vector<hearing::ThirdOctavePowers> left;
    std::vector<hearing::ThirdOctavePowers> right;
    std::vector<hearing::ThirdOctavePowers> cross;

    bool operator== (const StereoPowers&) const = default;
};

/** @param programme  two channels */
StereoPowers stereoPowers (dsp::ConstAudioBlock programme, units::SampleRate rate);

/** What is kept of a master so that the spectrum and the loudness of any device's rendering follow
    without rendering. 0.2 MB per second: for excerpts.
*/
struct MasterSpectra
{
    units::SampleRate rate { 48000 };

    /** Moments of 0.17 s that overlap by half: fine in frequency. */
    std::vector<StereoBands> moments;
    std::size_t momentSize = 0; ///< in samples

    /** Every 2 ms: fine in time. */
    StereoPowers powers;

    /** The spectrum of the whole, as many bins apart as transformSize says, up to the end of the bands:
        where the tones of the music lie within the bands. In proportion only. */
    std::vector<StereoPower> bins;
    std::size_t transformSize = 0;

    bool operator== (const MasterSpectra&) const = default;
};

/** @param programme  both channels. Non-finite samples count as silence. Not for the audio thread. */
MasterSpectra masterSpectra (dsp::ConstAudioBlock programme, units::SampleRate rate);

} // namespace monitoring
