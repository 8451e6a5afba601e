// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace dsp
{

/** A third-octave band of IEC 61260-1 (base ten), counted from the one around 1 kHz. */
struct ThirdOctave
{
    int fromOneKilohertz = 0;

    /** The band whose exact centre is nearest: of a nominal frequency, such as 31.5 Hz, its band. */
    static ThirdOctave around (double frequencyHz)
    {
        return { static_cast<int> (std::lround (10.0 * std::log10 (frequencyHz / 1000.0))) };
    }

    double centreHz() const { return 1000.0 * std::pow (10.0, fromOneKilohertz / 10.0); }
    double lowHz() const { return centreHz() * std::pow (10.0, -0.05); }
    double highHz() const { return centreHz() * std::pow (10.0, 0.05); }

    bool operator== (const ThirdOctave&) const = default;
};

} // namespace dsp
