// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassPitch.h"
#include "units/SoundPressure.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace hearing
{

inline constexpr std::size_t numBassHarmonics = 10;
inline constexpr double highestBassHarmonicHz = 1300.0;

/** One harmonic in one frame. */
struct HarmonicLevel
{
    double levelDbSpl = 0.0; ///< of the sine that fits best; −∞ when there is none

    /** Below it the harmonic is not heard: the threshold of hearing (ISO 226) or what all that is not
        harmonic masks, whichever is higher. The harmonics do not mask each other. */
    double thresholdDbSpl = 0.0;
};

/** A note's harmonics are measured this many frames either side of it too. */
inline constexpr std::size_t harmonicFramesAroundNotes = 2;

/** Harmonics 1 to 10 of one frame; none above 1.3 kHz, and none at all
    farther from a note than that. */
using FrameHarmonics = std::array<std::optional<HarmonicLevel>, numBassHarmonics>;

/** Measures the harmonics of a known bass line in any rendering of the programme: the line is found in
    the reference, where the fundamental is, and its harmonics are measured on a device that may have
    lost it. The rendering must not be delayed against the programme by more than a fraction of a frame;
    its sample rate and number of channels may differ. Two channels are two ears, whose powers are
    averaged. Not for the audio thread.

    In noise alone, one in forty of what is taken for harmonics passes its threshold, hardly ever by 5 dB.
    In the first and last two frames of a note, its own beginning and end and the note beside it are among
    the maskers, and thresholds are up to some 40 dB higher than in its middle.
*/
class BassHarmonics
{
public:
    /** @param fullScale  level of a sine whose amplitude is 1 */
    BassHarmonics (const BassLine& line,
                   std::size_t numChannels,
                   units::SampleRate rate,
                   units::SoundPressureLevel fullScale);

    void process (dsp::ConstAudioBlock block);

    /** One entry per frame of the line, now that nothing more will come. Call it once. */
    std::vector<FrameHarmonics> finish();

private:
    void take (const BassSpectrum& spectrum);

    std::vector<std::optional<double>> pitches; ///< at which each frame is measured
    double meanSquareOneDbSpl;                  ///< level of a mean square of 1
    BassFrames frames;
    std::vector<FrameHarmonics> harmonics;
    std::size_t numTaken = 0;
};

} // namespace hearing
