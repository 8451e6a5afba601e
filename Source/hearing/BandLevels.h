// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/FrequencyResponse.h"
#include "units/SampleRate.h"

#include <memory>
#include <optional>

namespace hearing
{

/** The long-term third-octave spectrum of a programme, as it goes by: mean square per base-ten band of
    IEC 61260-1, from 25 Hz to 16 kHz or Nyquist, channels added up. A tone shows in the next bands
    40 dB down, below 200 Hz 25 dB. Not for the audio thread.
*/
class BandLevels
{
public:
    BandLevels (std::size_t numChannels, units::SampleRate rate);
    ~BandLevels();
    BandLevels (BandLevels&&) noexcept;
    BandLevels& operator= (BandLevels&&) noexcept;

    void process (dsp::ConstAudioBlock block);

    /** Levels at the bands' centres in dB re a mean square of 1 (a full-scale sine in one channel reads
        −3.01), not below −200. Silence has none.
    */
    std::optional<dsp::FrequencyResponse> result() const;

private:
    struct State;
    std::unique_ptr<State> state;
};

} // namespace hearing
