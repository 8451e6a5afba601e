// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/demo/Track.h"

#include <span>

namespace cli
{

/** Each plays its notes onto a track. Levels among them are set in DemoSong.cpp. */
void playKick (Track& track, std::span<const Note> notes);
void playSnare (Track& track, std::span<const Note> notes);
void playHats (Track& track, std::span<const Note> notes);
void playBass (Track& track, std::span<const Note> notes);
void playPad (Track& track, std::span<const Note> notes);

/** Nearly opposite on the two sides: a mono device loses most of it. */
void playBells (Track& track, std::span<const Note> notes);

/** A voice that sings "ah", "oh" and "eh", with vibrato and breath; -1 … 1 is its place. */
void playVoice (Track& track, std::span<const Note> notes, double position);

} // namespace cli
