// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Resampler.h"
#include "monitoring/PlayCursor.h"
#include "monitoring/PlayStream.h"

#include <memory>
#include <optional>

namespace monitoring
{

/** What is to be played from now on. */
struct Cue
{
    std::shared_ptr<const PlayOrder> order;
    PlayPosition from;
    std::optional<LoopRegion> loop {};
    Entry entry = Entry::jump;
    std::optional<units::Seconds> length {}; ///< a snippet that fades out, for scrubbing

    float gain = 1.0f; ///< it changes with the sound, never before or after

    /** Entry::inPlace: the number that this track had in the playlist before, if it was another. */
    std::optional<std::size_t> trackBefore {};
};

/** Brings what a cursor reads to the sound card's rate and into a stream. Files of one rate run through
    one resampler, so that neither a loop's seam nor the passage to the next track is heard. Reader
    thread.
*/
class StreamFiller
{
public:
    StreamFiller (const Cue& cue, units::SampleRate cardRate);

    /** Adds what there is room for, at most about a tenth of a second at a time.
        @returns false when it is done: the stream is finished. */
    bool fill (PlayStream& stream);

    const std::vector<TrackProblem>& problems() const { return cursor.problems(); }

private:
    void startOn (units::SampleRate fileRate);
    bool readOn (PlayStream& stream);
    void keep (dsp::AudioBlock more);
    std::size_t cutSnippet (dsp::AudioBlock more);

    PlayCursor cursor;
    units::SampleRate rate;
    std::optional<std::size_t> framesLeft; ///< of a snippet
    std::size_t fadeFrames;
    float gain;

    units::SampleRate rateNow {};
    std::unique_ptr<dsp::Resampler> resampler; ///< none when the rates are equal
    dsp::AudioBuffer chunk;
    dsp::AudioBuffer waiting { 2, 0 }; ///< what the stream had no room for yet
    std::size_t firstWaiting = 0;
    std::uint64_t framesMade = 0;     ///< of the stream, those that wait included
    std::uint64_t madeBeforeRate = 0; ///< where the present resampler began
    std::uint64_t framesIn = 0;       ///< what it was fed
    bool isAtEnd = false;
};

} // namespace monitoring
