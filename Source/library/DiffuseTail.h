// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/ListeningEnvironment.h"
#include "units/SampleRate.h"

#include <array>
#include <cstdint>
#include <vector>

namespace library
{

/** Reverberation that comes from everywhere: what it does in each octave. */
struct DiffuseDecay
{
    OctaveFigures reverberationTimeSeconds; ///< T60
    OctaveFigures levelDb;     ///< energy of the whole decay from time 0 on, re a unit impulse
    double fadeInFromSeconds;  ///< silent before: single reflections speak there …
    double fadeInUntilSeconds; ///< … and complete from here on
};

/** The decay of a room for a source at this distance whose direct sound is a unit impulse. It fades
    in around the mixing time √(V / m³) ms (Polack 1988, as quoted by Lindau et al. 2012). */
DiffuseDecay decayOf (const Room& room, double sourceDistanceMetres);

/** Gaussian noise at the two ears, octave by octave, flat in the diffuse field, as alike at
    the ears as a diffuse field is (hearing::twoEarCorrelation). Same seed, same rate: same samples. It ends when
    what follows holds less than −100 dB of a unit impulse's energy, or after `longestSeconds`. */
std::array<std::vector<double>, 2> diffuseTail (const DiffuseDecay& decay,
                                                units::SampleRate rate,
                                                std::uint64_t seed,
                                                double longestSeconds);

} // namespace library
