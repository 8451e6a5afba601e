// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "hearing/ZwickerLoudness.h"

#include <memory>
#include <optional>

namespace hearing
{

/** What listeners make of a whole programme: loudness by ISO 532-1, sharpness by DIN 45692. */
struct ProgrammeSensation
{
    double nMaxSone = 0.0;
    double n5Sone = 0.0;                     ///< exceeded in 5 % of the time
    std::optional<double> loudnessLevelPhon; ///< of N5; nullopt in silence
    std::optional<double> sharpness5Acum;    ///< exceeded in 5 % of the time that has loudness
};

/** Measures a stream as it goes by, in fixed memory however long it is (so percentiles are true to
    0.05 %). One channel is heard by both ears alike; of two, each is one ear's signal: loudness by
    the rule of docs/decisions/0042, sharpness of the mean of both patterns.

    Not for the audio thread.
*/
class SensationMeter
{
public:
    /** @param numChannels  1 or 2
        @param calibration  with channels apart: each ear hears its own */
    SensationMeter (std::size_t numChannels,
                    units::SampleRate rate,
                    const Calibration& calibration);
    ~SensationMeter();
    SensationMeter (SensationMeter&&) noexcept;
    SensationMeter& operator= (SensationMeter&&) noexcept;

    void process (dsp::ConstAudioBlock block);

    /** The end of the stream. */
    ProgrammeSensation finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace hearing
