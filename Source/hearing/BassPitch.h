// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/BassSalience.h"

#include <optional>
#include <span>
#include <vector>

namespace hearing
{

/** One frame of a bass line, around BassFrames::hop times its index. */
struct BassFrame
{
    bool active = false;        ///< there is sound in the bass to speak of
    std::optional<double> f0Hz; ///< of the note that sounds; none without one
    double confidence = 0.0;    ///< how likely f0Hz is right within half a semitone, 0 … 1
};

/** A stretch of frames with one pitch. */
struct BassNote
{
    std::size_t firstFrame = 0;
    std::size_t numFrames = 0;
    double f0Hz = 0.0; ///< median

    bool operator== (const BassNote&) const = default;
};

struct BassLine
{
    std::vector<BassFrame> frames;
    std::vector<BassNote> notes;

    /** Whether no note was found at all. */
    bool isEmpty() const { return notes.empty(); }
};

/** The line in a row of frames. Kick drums are kept out by their shape: what sounds for less than 120 ms,
    or glides by more than 20 % in 100 ms, is no note. What looks like notes for less than 5 % of the
    active time is no line. */
BassLine bassLine (std::span<const BassEvidence> evidence);

/** Follows the bass line of a programme: its fundamental, 30 … 180 Hz, every 42.7 ms.

    Found is the note that explains the peaks of the spectrum best and goes on longest; the
    fundamental itself may be missing as long as two of its harmonics lie below 180 Hz. Two bass
    lines at once, glissandi and trills faster than a note in 120 ms, and a kick drum that rings as
    long as a note are beyond it. Not for the audio thread; frames of the result stand at
    BassFrames::hop times their index at any sample rate.
*/
class BassPitch
{
public:
    BassPitch (std::size_t numChannels, units::SampleRate rate);

    void process (dsp::ConstAudioBlock block);

    /** The line, now that nothing more will come. Call it once. */
    BassLine finish();

private:
    void take (const BassSpectrum& frame);

    BassFrames frames;
    std::vector<BassEvidence> evidence;
};

} // namespace hearing
