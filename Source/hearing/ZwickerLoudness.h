// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "hearing/LoudnessOverTime.h"
#include "hearing/SpecificLoudness.h"
#include "units/Result.h"
#include "units/SampleRate.h"
#include "units/SoundPressure.h"

#include <functional>
#include <memory>
#include <vector>

namespace hearing
{

/** What the channels of a stream are to the listener. */
enum class Channels
{
    apart,   ///< each is heard by itself, as if both ears heard it
    together ///< their powers add up, as of loudspeakers in a room: one sound, one curve
};

/** How loud the samples are, and how their sound comes to the head. */
struct Calibration
{
    units::SoundPressureLevel fullScale { 100.0 }; ///< of a sine whose amplitude is 1
    SoundField field = SoundField::free;
    Channels channels = Channels::apart;
};

/** A Problem if full scale lies outside 40 … 140 dB SPL: that is a mistake, not a listening level. */
units::Result<Calibration> plausible (const Calibration& calibration);

/** Specific loudness at one moment: the point's number, counted from 0 every 2 ms. N′ is not weighted
    over time as N is, so its integral leads N(t). */
struct SpecificLoudnessMoment
{
    std::size_t channel;
    std::size_t point;
    const LoudnessPattern& pattern;
};

using SpecificLoudnessSink = std::function<void (const SpecificLoudnessMoment&)>;

/** Loudness of a stream as it goes by (ISO 532-1:2017, method for time-varying sounds), as if both ears
    heard it. Rates from 8 to 192 kHz; above Nyquist there is silence.

    Blocks of any size give the same result. Before the first sample lies silence. Samples that are not
    finite count as 0, those beyond ±1000 as ±1000. Not for the audio thread.
*/
class ZwickerLoudness
{
public:
    ZwickerLoudness (std::size_t numChannels,
                     units::SampleRate rate,
                     const Calibration& calibration);

    /** Tells N′(z) of every point, channel by channel in the order of time, while it processes. */
    ZwickerLoudness (std::size_t numChannels,
                     units::SampleRate rate,
                     const Calibration& calibration,
                     SpecificLoudnessSink sink);

    ~ZwickerLoudness();
    ZwickerLoudness (ZwickerLoudness&&) noexcept;
    ZwickerLoudness& operator= (ZwickerLoudness&&) noexcept;

    void process (dsp::ConstAudioBlock block);

    /** The curves of all channels, one if they are heard together, since the last call, as far as they
        are complete; they are not kept. So a stream of any length fits into memory. */
    std::vector<LoudnessOverTime> drain();

    /** The curves of all channels, or what was not drained of them, and the end of the stream: what
        comes next is a new one. */
    std::vector<LoudnessOverTime> finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

/** The curves of all channels of a whole sound. */
std::vector<LoudnessOverTime> zwickerLoudness (dsp::ConstAudioBlock whole,
                                               units::SampleRate rate,
                                               const Calibration& calibration);

} // namespace hearing
