// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/AudioBuffer.h"
#include "dsp/Resampler.h"
#include "files/AudioFile.h"
#include "monitoring/Progress.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace monitoring
{

/** A master as two channels at the rate that is wanted, in blocks of any size. A mono master is on
    both. Not for the audio thread. */
class MasterFeed
{
public:
    MasterFeed (files::AudioFileReader& master, units::SampleRate rate);

    /** Fills the block, with silence after the master's end. @returns frames of the master in it:
        fewer than the block has only at the end. */
    units::Result<std::size_t> next (dsp::AudioBlock into);

    /** Gives the whole master to `take` in blocks that OfflineRenderer likes, as long as that and the listener
        have nothing against it. */
    units::Result<void> feed (const std::function<units::Result<void> (dsp::ConstAudioBlock)>& take,
                              const Progress& progress);

    /** Frames given so far, and about how many there will be. */
    std::int64_t framesGiven() const { return given; }
    std::int64_t framesExpected() const;

private:
    units::Result<void> readOn();
    void keep (dsp::ConstAudioBlock block);

    files::AudioFileReader& reader;
    units::SampleRate wantedRate;
    std::unique_ptr<dsp::Resampler> resampler; ///< none when the rates are equal
    dsp::AudioBuffer chunk;
    std::vector<float> waiting[2]; ///< frames that came but were not asked for yet
    std::size_t firstWaiting = 0;
    std::int64_t given = 0;
    bool isAtEnd = false;
};

} // namespace monitoring
