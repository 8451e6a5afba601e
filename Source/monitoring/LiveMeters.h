// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessMeter.h"
#include "hearing/RunningBandLevels.h"
#include "monitoring/FrameRing.h"
#include "monitoring/MeterFeed.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace monitoring
{

/** What is measured of one of the two sounds. */
struct SoundReadings
{
    hearing::LoudnessReading loudness;
    hearing::ProgrammeLoudness sinceReset;
    hearing::RunningBandLevels::Levels bandsDb {}; ///< RunningBandLevels::centreHz (band)
    std::uint64_t framesAnalysed = 0;              ///< since the sound card was started
};

struct MeterReadings
{
    SoundReadings master; ///< as it is sent into the device
    SoundReadings heard;  ///< as it leaves it, headroom included, volume not

    /** −1 … 1, of left and right of the master over the last 0.3 s; nothing in silence. */
    std::optional<float> correlation;

    std::uint32_t timesReset = 0;
};

/** Analyses what plays on a thread of its own: the audio thread only copies frames into two rings, and
    where the analysis is late, frames are lost to the meters alone.
*/
class LiveMeters
{
public:
    /** The rings outlive it. */
    LiveMeters (FrameRing& masterTap, FrameRing& heardTap, units::SampleRate rate);
    ~LiveMeters();
    LiveMeters (const LiveMeters&) = delete;
    LiveMeters& operator= (const LiveMeters&) = delete;

    /** Control thread: loudness and peaks begin anew with what comes from now on. */
    void reset();

    /** Control thread. Valid until the next call. */
    const MeterReadings& latest() { return feed.latest(); }

private:
    struct Sound
    {
        Sound (FrameRing& from, units::SampleRate rate);

        FrameRing& tap;
        hearing::LoudnessMeter loudness;
        hearing::RunningBandLevels bands;
    };

    void work();
    bool beginAnewWhenAsked();
    bool analyse (Sound& sound, SoundReadings& readings);
    void correlate (dsp::ConstAudioBlock part);

    units::SampleRate rate;
    Sound master;
    Sound heard;
    dsp::AudioBuffer block;
    double leftPower = 0.0;
    double rightPower = 0.0;
    double product = 0.0;
    MeterReadings now;
    MeterFeed<MeterReadings> feed;
    std::atomic<std::uint32_t> resetsWanted { 0 };

    std::mutex mutex;
    std::condition_variable woken;
    bool isEnding = false;
    std::thread worker;
};

} // namespace monitoring
