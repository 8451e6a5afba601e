// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace cli
{

inline constexpr double beatsPerMinute = 96.0;
inline constexpr double beatsPerBar = 4.0;

constexpr double secondsAtBeat (double beat) { return beat * 60.0 / beatsPerMinute; }

/** Equal temperament, A4 (69) = 440 Hz. */
inline double frequencyOf (double midiPitch)
{
    return 440.0 * std::exp2 ((midiPitch - 69.0) / 12.0);
}

/** A note of any instrument. */
struct Note
{
    double beat;  ///< from the beginning of the song
    double beats; ///< how long
    double pitch; ///< MIDI number; drums ignore it
    double gain;  ///< 1: as loud as the instrument plays
};

/** Bars, counted from nought, in which a part of the song lies: first … last, without last. */
struct Section
{
    int firstBar;
    int endBar;
};

inline constexpr Section verse { 2, 6 };
inline constexpr Section chorus { 6, 10 };
inline constexpr Section ending { 10, 12 };

/** What each instrument plays, by beat. */
std::vector<Note> kickNotes();
std::vector<Note> snareNotes();
std::vector<Note> hatNotes();
std::vector<Note> bassNotes();
std::vector<Note> chordNotes();
std::vector<Note> bellNotes();
std::vector<Note> voiceNotes();

/** The second voice of chorus and ending: a third below, in the song's scale. */
std::vector<Note> harmonyNotes();

} // namespace cli
