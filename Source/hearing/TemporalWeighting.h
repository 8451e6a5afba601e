// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/DecayNetwork.h"

namespace hearing
{

/** Short sounds are less loud than long ones: total loudness through two low-passes of 3.5 and 70 ms,
    at 2 kHz (ISO 532-1:2017). The standard interpolates 24 steps between two values; here they are
    taken at once.
*/
class TemporalWeighting
{
public:
    explicit TemporalWeighting (std::size_t rate = framesPerSecond);

    /** The weighted loudness at the moment of this value, in sone. */
    double process (double sone);

private:
    class LowPass
    {
    public:
        LowPass (double seconds, std::size_t rate);

        double process (double from, double to);

    private:
        double keep;     ///< of the output
        double fromLast; ///< of the value before
        double fromRise; ///< of the difference to this value
        double output = 0.0;
    };

    LowPass fast;
    LowPass slow;
    double last = 0.0;
};

} // namespace hearing
