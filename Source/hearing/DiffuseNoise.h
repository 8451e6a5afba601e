// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/FrequencyResponse.h"
#include "units/SampleRate.h"

#include <cstdint>
#include <memory>

namespace hearing
{

/** Steady Gaussian noise with the third-octave levels of a table, left and right as alike as a diffuse
    field is at the two ears (twoEarCorrelation). The same for the same seed. Not for the audio thread.
*/
class DiffuseNoise
{
public:
    /** @param thirdOctavesDb  level of each third-octave band (IEC 61260-1, base ten) in dB re a mean
                               square of 1: take the SPL of full scale off a table in dB SPL. A point
                               belongs to the nearest band; bands between points are interpolated,
                               bands below the first and above the last point are silent, and so
                               is what lies above Nyquist.
    */
    DiffuseNoise (const dsp::FrequencyResponse& thirdOctavesDb,
                  units::SampleRate rate,
                  std::uint64_t seed);
    ~DiffuseNoise();
    DiffuseNoise (DiffuseNoise&&) noexcept;
    DiffuseNoise& operator= (DiffuseNoise&&) noexcept;

    /** Writes the next frames: two channels, any number of frames. */
    void process (dsp::AudioBlock out);

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace hearing
