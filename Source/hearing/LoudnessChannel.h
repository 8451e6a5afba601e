// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AlignedBuffer.h"
#include "hearing/LoudnessArithmetic.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hearing
{

/** What the channels of a stream share. Immutable. */
struct LoudnessSetup
{
    LoudnessSetup (units::SampleRate rate,
                   units::SoundPressureLevel fullScale,
                   SoundField field,
                   const LoudnessArithmetic& loops);

    FilterBank filters;
    PowerLoudness loudness;
    DecayNetwork decay;
    SlopeTables slopes;
    LoudnessArithmetic arithmetic;
    std::size_t samplesUntilRest; ///< of silence, after which the filters have forgotten everything
};

/** The way of one channel from samples to total loudness, batch by batch. */
class LoudnessChannel
{
public:
    /** Samples of the running batch. */
    void add (std::span<const float> samples);

    /** The powers of the batch; what lies behind its last frame is left out. */
    void filterBatch (const LoudnessSetup& setup, const FrameStarts& frames);

    /** Adds the powers of another channel's batch: from here on both are one sound. */
    void join (const LoudnessChannel& other);

    /** The powers of the batch, to be looked at or changed before it ends. */
    BandPowers& bandPowers() { return powers; }

    /** Instead of filtering samples: the powers of the batch are what bandPowers() was set to. */
    void skipFilters() { heard = true; }

    /** Ends the batch, after it was filtered. */
    void finishBatch (const LoudnessSetup& setup, const FrameStarts& frames);

    /** What remained of core loudness in the last batch. */
    const CoreFrames& coreLoudness() const { return core; }

    /** Its total, before the temporal weighting. */
    const BatchLoudness& totalLoudness() const { return total; }

private:
    bool filter (const LoudnessSetup& setup, const FrameStarts& frames);
    bool decay (const LoudnessSetup& setup, std::size_t numFrames);

    FilterState filters;
    DecayState decaying;
    BandPowers powers {};
    CoreFrames core {};
    BatchLoudness total {};
    std::vector<float> samples = std::vector<float> (samplesBefore); ///< before the batch and in it
    dsp::AlignedBuffer<double> fine;                                 ///< differences
    dsp::AlignedBuffer<float> coarse;
    std::size_t quietSamples = SIZE_MAX / 2; ///< before the stream lies silence
    bool heard = false;                      ///< whether there is any sound in the batch
};

} // namespace hearing
