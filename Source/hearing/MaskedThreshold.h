// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "hearing/CriticalBands.h"
#include "units/Result.h"

namespace hearing
{

/** From which level on a programme is heard beside a steady noise, over the Bark scale.

    In every tenth of a Bark the noise's excitation (its critical-band level, or the upper slope that comes
    from below, whichever is more) less the masking index: a programme that reaches it is just heard. To
    it the threshold in quiet adds as a power. Steady noise and a programme that comes from where the noise
    comes from; no gaps of the noise in time can be listened into, and no ear is better off than the other.
*/
class MaskedThreshold
{
public:
    /** No noise at all. */
    MaskedThreshold() { ratios.fill (1.0f); }

    /** @param noise  third octaves in dB SPL; −∞ is silence
        @returns a Problem that names the first band whose level is no number or above 140 dB */
    static units::Result<MaskedThreshold> beside (const ThirdOctaveLevels& noise, SoundField field);

    /** @param noiseDbSpl  a table of third-octave levels: every band between its first and its last point
                           needs a point of its own, bands beyond them are silent
        @returns a Problem that names the first band that is missing */
    static units::Result<MaskedThreshold> beside (const dsp::FrequencyResponse& noiseDbSpl,
                                                  SoundField field);

    /** How far it stands above the threshold in quiet at a step of Bark, as a power ratio of at least 1.
     */
    float aboveQuiet (std::size_t step) const { return ratios[step]; }

    /** The masked threshold in the middle of a critical band, as a level behind the ear's transmission,
        to be compared with criticalBandLevels() less bandwidthExcessDb. */
    double levelDb (std::size_t criticalBand) const;

    bool operator== (const MaskedThreshold&) const = default;

private:
    std::array<float, barkSteps> ratios {};
};

/** The third octaves of a table of levels: see MaskedThreshold::beside. */
units::Result<ThirdOctaveLevels> thirdOctavesOf (const dsp::FrequencyResponse& tableDb);

} // namespace hearing
