// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"
#include "units/SampleRate.h"

#include <array>
#include <optional>

namespace hearing
{

/** One third-octave filter of ISO 532-1:2017: three resonators in a row,

        H(z) = gain · (1 − z⁻²)³ / Π (1 + a1 z⁻¹ + a2 z⁻²).

    The standard writes (1 + z⁻¹)², 1 − z⁻² and (1 − z⁻¹)² as the numerators of its three sections,
    whose product is the same.
*/
struct ThirdOctaveFilter
{
    struct Resonator
    {
        double a1;
        double a2;

        bool operator== (const Resonator&) const = default;
    };

    std::array<Resonator, 3> resonators;
    double gain;
};

/** The filters from 25 Hz to 12.5 kHz at this rate; a band whose upper edge reaches Nyquist has none.

    The standard tables coefficients for 48 kHz. At another rate these are the same low-pass prototype,
    transformed to the band's edges at that rate (docs/decisions/0040).
*/
std::array<std::optional<ThirdOctaveFilter>, numThirdOctaves>
thirdOctaveFilters (units::SampleRate rate);

/** |H| at a frequency. */
double magnitude (const ThirdOctaveFilter& filter, double hz, units::SampleRate rate);

/** Exact centre of a third octave, counted from 25 Hz. */
double thirdOctaveCentreHz (std::size_t band);

/** Time constant of each of the three low-passes that smooth a band's power (ISO 532-1 §6.3). */
double smoothingSeconds (std::size_t band);

} // namespace hearing
