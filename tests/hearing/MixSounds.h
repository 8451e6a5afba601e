// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassMixes.h"

#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

/** What a mix has besides its bass. */
namespace hearing::mixes
{

using Samples = std::vector<double>;

inline std::size_t framesIn (double seconds) { return mixRate.framesIn ({ seconds }); }
inline double secondsAt (std::size_t frame) { return static_cast<double> (frame) / mixRate.hertz; }
inline double noteHz (double semitonesFromA4) { return 440.0 * std::exp2 (semitonesFromA4 / 12.0); }

/** A sine of constant frequency and exponential decay, sample by sample. */
class Rotor
{
public:
    Rotor (double hz, double startCycles, double decayPerSecond = 0.0)
        : now (std::polar (1.0, 2.0 * std::numbers::pi * startCycles)),
          turn (std::polar (std::exp (-decayPerSecond / mixRate.hertz),
                            2.0 * std::numbers::pi * hz / mixRate.hertz))
    {}

    double next()
    {
        const double sample = now.imag();
        now = { now.real() * turn.real() - now.imag() * turn.imag(),
                now.real() * turn.imag() + now.imag() * turn.real() };
        return sample;
    }

private:
    std::complex<double> now;
    std::complex<double> turn;
};

/** Noise of constant power up to 120 Hz less what bass and kick fill in below (6 dB per octave), and
    falling by so many dB per octave up to 4 kHz, by 9 above: 5 is the mean of popular recordings
    (Pestana et al. 2013, AES 135). */
Samples shapedNoise (double seconds, unsigned seed, double fallPerOctave);

/** 170 Hz to 50 Hz in some 60 ms, gone by 60 dB after 0.4 s, twice a second. */
Samples kickDrum (double seconds);

Samples triads (double seconds, unsigned seed);
Samples speech (double seconds, unsigned seed);

} // namespace hearing::mixes
