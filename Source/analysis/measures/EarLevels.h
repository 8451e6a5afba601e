// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/NarrowBands.h"
#include "hearing/CriticalBands.h"
#include "hearing/SpecificLoudness.h"
#include "units/SampleRate.h"

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace analysis
{

/** What arrives at the ears: third octaves over time, and finer bands on average. */
struct EarLevels
{
    using Ears = std::array<hearing::ThirdOctaveLevels, 2>; ///< left, right: dB SPL, −∞ is silence

    /** Levels of 0.4 s, TimeRange's hopsPerSecond of them a second. */
    std::vector<Ears> thirdOctaves;

    /** Mean power over the whole programme in narrow bands, per ear, in dB SPL. */
    std::array<std::array<double, dsp::narrow_bands::count>, 2> longTermDbSpl {};

    /** Mean of the levels of the moments in which something sounds, in the same bands: a note that sounds
        for a while weighs less than in the mean of the power. */
    std::array<std::array<double, dsp::narrow_bands::count>, 2> meanLevelDbSpl {};

    hearing::SoundField field = hearing::SoundField::diffuse;
};

/** The loudness pattern of one hop, as both ears together hear it: quasi-stationary ISO 532-1 per ear, and the
    binaural rule of hearing/LoudnessOverTime. Specific loudness is the mean of the ears'. */
hearing::LoudnessPattern patternOf (const EarLevels& levels, std::size_t hop);

/** Takes a rendering as it comes: two channels, left and right ear, at this calibration. */
class EarLevelMeter
{
public:
    EarLevelMeter (units::SampleRate rate, double fullScaleDbSpl, hearing::SoundField field);
    ~EarLevelMeter();
    EarLevelMeter (EarLevelMeter&&) noexcept;
    EarLevelMeter& operator= (EarLevelMeter&&) noexcept;

    /** So many frames will come: the levels will take no more memory than they need. */
    void reserve (std::size_t numFrames);

    void process (dsp::ConstAudioBlock block);
    EarLevels finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace analysis
