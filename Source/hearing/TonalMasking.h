// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace hearing
{

/** Critical-band rate in Bark (Traunmüller 1990, with his correction below 2 Bark). */
double criticalBandRate (double frequencyHz);

/** The masked threshold of a tone less the level of the noise in its critical band: −2 dB in the bass,
    falling to −6 dB at 20 kHz (DIN 45681; Zwicker & Fastl, chapter 4). */
double maskingIndexDb (double frequencyHz);

/** Power (mean square) at a frequency. */
struct PartialPower
{
    double frequencyHz;
    double power;
};

/** The power at which a tone is masked by sounds of any frequency: their power in bands of 1 Bark around
    the tone, spread with slopes of 27 dB per Bark towards lower and 24 + 230 Hz / f − 0.2 L dB per Bark
    towards higher frequencies (Terhardt 1979), plus the masking index.

    @param maskers            sorted by frequency; what is below 20 Hz masks nothing
    @param fullScaleDbSpl     the level L in dB SPL of a power of 1
    @returns power, in the maskers' unit; 0 without maskers
*/
double
maskedThresholdPower (double toneHz, std::span<const PartialPower> maskers, double fullScaleDbSpl);

} // namespace hearing
