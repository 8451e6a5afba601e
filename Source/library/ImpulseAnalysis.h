// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/ImpulseResponse.h"
#include "library/Provenance.h"
#include "units/Result.h"

#include <optional>
#include <string>
#include <vector>

namespace library
{

/** How an impulse response is turned into figures. */
struct ImpulseOptions
{
    double smoothingOctaves = 1.0 / 12.0;
    std::optional<double> gateSeconds; ///< from the arrival on; nothing: to the noise floor
};

/** What a measured impulse response says. */
struct ImpulseAnalysis
{
    /** Power-smoothed level on the library grid, in dB re an amplitude of 1: not yet normalised. */
    dsp::FrequencyResponse level = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });

    double delaySeconds = 0.0; ///< until the first sample within 20 dB of the peak
    bool isInverted = false;   ///< its largest sample is negative
    double peakDbfs = 0.0;
    double windowSeconds = 0.0;         ///< what the figures were taken from, after the arrival
    std::optional<double> noiseFloorDb; ///< rms of the end re the peak; nothing: it decays away
    Band usableBandHz { 20.0, 20000.0 };
};

/** Refuses silence, NaN, what is longer than ten seconds, and what does not decay: from 1024 samples
    on its loudest sixteenth must lie 10 dB above its median one (steady noise gives 0 dB, the most
    reverberant room known here 20 dB).

    Usable is the band around 1 kHz that stands 10 dB above the spectrum of the end, if that is
    noise, and of which two periods fit into the window.

    @returns a Problem without `where` */
units::Result<ImpulseAnalysis> analyseImpulse (const dsp::ImpulseResponse& ir,
                                               const ImpulseOptions& options);

/** What was understood, in sentences: delay, polarity, level, window, noise floor, band. */
std::vector<std::string> describe (const ImpulseAnalysis& analysis);

} // namespace library
