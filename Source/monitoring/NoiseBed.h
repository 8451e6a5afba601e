// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/TransferMatrix.h"
#include "library/ListeningEnvironment.h"
#include "units/Decibels.h"
#include "units/SoundPressure.h"

#include <memory>

namespace monitoring
{

/** The background noise of an environment as it comes in at the ear, ready to be added to a rendered
    programme. The same every time: seeded, from its first frame on.
*/
class NoiseBed
{
public:
    struct Calibration
    {
        units::SoundPressureLevel listeningLevel {}; ///< of −14 LUFS programme at the ear

        /** What makes the programme that the noise will be added to as loud as the master is at that
            level, whether it will be applied or not. */
        units::Decibels match { 0.0 };

        /** dB SPL at the ear of a channel whose RMS is full scale.

            A master of −14 LUFS reaches listeningLevel; its K-weighted level stands for the A-weighted
            one, and each of two equal channels carries 3 dB less than both. So the programme's
            natural distance to the noise is kept whatever gain the rendering has. */
        double fullScaleDbSpl() const;
    };

    /** @param toOutput  2 × 2: from the diffuse field at the ear to the output */
    NoiseBed (const library::BackgroundNoise& noise,
              const dsp::TransferMatrix& toOutput,
              const Calibration& calibration);
    ~NoiseBed();
    NoiseBed (NoiseBed&&) noexcept;
    NoiseBed& operator= (NoiseBed&&) noexcept;

    /** Adds the next frames of noise to both channels. */
    void addTo (dsp::AudioBlock block);

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace monitoring
