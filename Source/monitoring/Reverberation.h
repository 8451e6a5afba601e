// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/EnergyDecay.h"
#include "monitoring/MasterSpectra.h"

#include <vector>

namespace monitoring
{

/** What a room does to powers over time: it goes on sounding, and its many reflections add up as noise
    does, now more and now less than the sum of their powers. Only a steady tone stays steady: reverberation
    is never more unsteady than what excites it.

    The first fills the pauses of music and makes it louder, the second makes it less loud, for loudness
    grows more slowly than power. Of the noise, any will do: here always the same.
*/
class Reverberation
{
public:
    using Powers = std::vector<hearing::ThirdOctavePowers>;

    explicit Reverberation (units::SampleRate rate);

    /** @param powers  of an output, 2 ms each, as if all that the device makes of a sound came at once
        @param output  for every one the noise is another */
    void spread (Powers& powers, const EnergyDecay& decay, std::size_t output) const;

private:
    Powers unsteadinessOf (const Powers& powers) const;

    Powers alone;                           ///< power of noise, around 1
    Powers meeting;                         ///< cross-spectrum of two noises, around 0
    hearing::ThirdOctavePowers variance {}; ///< of the power of noise
};

} // namespace monitoring
