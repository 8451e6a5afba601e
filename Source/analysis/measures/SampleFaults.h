// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TimeRange.h"
#include "dsp/AudioBlock.h"
#include "units/SampleRate.h"

#include <array>
#include <complex>
#include <cstdint>
#include <optional>
#include <vector>

namespace analysis
{

/** What can be wrong with the samples of one channel. */
struct ChannelFaults
{
    double mean = 0.0;                ///< of all samples: what DC there is
    double power = 0.0;               ///< mean square
    float peak = 0.0f;                ///< of the samples
    std::vector<float> means;         ///< of each 5 s, under a Hann window
    std::vector<std::uint16_t> clips; ///< clipped runs that begin in each hop
    std::vector<TimeRange> dropOuts;  ///< the first thousand
    double startDbfs = -HUGE_VAL;     ///< of the first three samples, the highest
    double endDbfs = -HUGE_VAL;       ///< RMS of the last 20 ms
    std::optional<std::uint32_t>
        lastBits; ///< union of all samples as 24-bit numbers; nullopt: finer
};

/** What can be wrong with a file, whatever it sounds like. */
struct SampleFaults
{
    static constexpr double meanSeconds = 5.0;

    std::vector<ChannelFaults> channels;
    std::vector<TimeRange> silences; ///< all channels below −80 dBFS for more than 2 s

    /** The bits that are in use, 1 … 24; nullopt of what is finer than 24 bit, and of silence. */
    std::optional<int> bits() const;
};

/** Scans the samples of one channel. A clipped run: three or more samples that are the same, at −1 dBFS or
    more, and go on from a neighbour of the same sign on either side (as a square wave does not). A drop-out: 5 to 200 ms of one and the same
    value, within sound.
*/
class ChannelScan
{
public:
    explicit ChannelScan (units::SampleRate rate);

    void process (std::span<const float> samples);
    ChannelFaults finish();

private:
    void endRun (float next);
    void noteClip (float next);
    void noteDropOut();
    void confirmDropOut();
    void endSegment();

    units::SampleRate rate;
    std::uint64_t framesPerMean;
    ChannelFaults faults;
    std::uint64_t now = 0;
    double sum = 0.0;
    double squares = 0.0;
    double segmentSum = 0.0;
    std::complex<double> window { 1.0 }; ///< turns once in 5 s
    std::complex<double> windowStep;
    std::uint32_t bits = 0;
    bool isFiner = false;

    // The run of equal samples that ends with the newest.
    float value = 0.0f;
    float beforeRun = 0.0f;
    std::uint64_t runStart = 0;
    double levelBeforeRun = 0.0; ///< mean square of some milliseconds
    double level = 0.0;
    double smoothing;
    std::optional<TimeRange> pending; ///< a drop-out, if sound goes on after it
    std::uint64_t confirmAt = 0;
    double levelBeforePending = 0.0;
    std::vector<float> last; ///< 20 ms, a ring
};

class SampleFaultsMeter
{
public:
    SampleFaultsMeter (std::size_t numChannels, units::SampleRate rate);

    void process (dsp::ConstAudioBlock block);
    SampleFaults finish();

private:
    void noteSilence (std::uint64_t end);

    units::SampleRate rate;
    std::vector<ChannelScan> scans;
    std::vector<TimeRange> silences;
    std::uint64_t received = 0;
    std::uint64_t silentSince = 0;
};

} // namespace analysis
