// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBlock.h"
#include "dsp/AudioBuffer.h"
#include "dsp/TruePeakDetector.h"
#include "units/Decibels.h"
#include "units/Realtime.h"
#include "units/SampleRate.h"

#include <vector>

namespace dsp
{

/** Keeps a live signal's true peak at or below a ceiling (within EBU Tech 3341's tolerance of
    +0.2 dB), and is otherwise a mere delay: what stays below the ceiling comes out bit by bit.

    It looks ahead, so that the gain is down before the peak arrives; one gain for all channels, so
    that the image stands still. Non-finite samples count as silence.
*/
class TruePeakLimiter
{
public:
    struct Settings
    {
        std::size_t numChannels = 2;
        units::SampleRate rate { 48000 };
        units::Decibels ceiling { -1.0 }; ///< in dBTP
    };

    explicit TruePeakLimiter (const Settings& settings);

    /** The look-ahead and the detector's delay. */
    std::size_t latencyFrames() const noexcept REALTIME { return latency; }

    /** In place, any number of frames. */
    void process (AudioBlock block) noexcept REALTIME;

    /** The lowest gain that the last call of process() applied: 1 when it had nothing to do. */
    float lowestGain() const noexcept REALTIME { return lowestApplied; }

    void reset() noexcept REALTIME;

private:
    /** The smallest of the last values. */
    class SlidingMinimum
    {
    public:
        explicit SlidingMinimum (std::size_t windowLength);
        float next (float value) noexcept REALTIME;
        void reset() noexcept REALTIME;

    private:
        struct Candidate
        {
            float value;
            std::size_t expires;
        };

        std::vector<Candidate> ring; ///< ascending from first to last
        std::size_t window;
        std::size_t first = 0;
        std::size_t count = 0;
        std::size_t now = 0;
    };

    /** The mean of the last values, all one at first. */
    class SlidingMean
    {
    public:
        explicit SlidingMean (std::size_t windowLength);
        float next (float value) noexcept REALTIME;
        void reset() noexcept REALTIME;

    private:
        std::vector<float> ring;
        std::size_t position = 0;
        double sum;
    };

    void processPart (AudioBlock part) noexcept REALTIME;
    float smoothGain (float peak) noexcept REALTIME;
    void delayAndScale (AudioBlock part, std::span<const float> gains) noexcept REALTIME;

    float ceiling;
    std::size_t lookAhead; ///< frames, even
    std::size_t latency;
    double releasePerFrame;
    std::vector<TruePeakDetector> detectors;
    SlidingMinimum lowest;
    SlidingMean firstMean;
    SlidingMean secondMean;
    double released = 1.0; ///< in double precision, or it would never quite come back to 1
    AudioBuffer delayLine;
    std::size_t position = 0;
    float lowestApplied = 1.0f;
};

} // namespace dsp
