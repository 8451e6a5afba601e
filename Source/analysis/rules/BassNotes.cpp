// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/BassNotes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace analysis
{

namespace
{

constexpr double leastSeconds = 0.5;
constexpr std::size_t leastPitches = 3;
constexpr double frameSeconds = hearing::BassFrames::hop.value;
constexpr double concertPitchHz = 440.0;
constexpr int semitonesPerOctave = 12;

/** Semitones above concert pitch. */
int semitoneOf (double hz)
{
    return static_cast<int> (std::lround (semitonesPerOctave * std::log2 (hz / concertPitchHz)));
}

/** All notes of one semitone. */
struct Pitch
{
    double levels = 0.0; ///< sum over frames, in dB
    std::size_t frames = 0;
    std::vector<TimeRange> ranges;

    double levelDb() const { return levels / static_cast<double> (frames); }
};

double powerOf (const hearing::FrameHarmonics& frame)
{
    constexpr std::size_t numLow = 2;
    double power = 0.0;

    for (std::size_t n = 0; n < numLow; ++n)
        power += frame[n] ? std::pow (10.0, frame[n]->levelDbSpl / 10.0) : 0.0;

    return power;
}

std::map<int, Pitch> pitchesOf (const hearing::BassLine& line,
                                std::span<const hearing::FrameHarmonics> heard)
{
    std::map<int, Pitch> pitches;

    for (const auto& note : line.notes)
    {
        auto& pitch = pitches[semitoneOf (note.f0Hz)];
        const auto start = static_cast<double> (note.firstFrame) * frameSeconds;
        pitch.ranges.push_back (
            { start, start + static_cast<double> (note.numFrames) * frameSeconds });

        for (std::size_t i = note.firstFrame; i < note.firstFrame + note.numFrames; ++i)
            if (const double power = powerOf (heard[i]); power > 0.0)
            {
                pitch.levels += 10.0 * std::log10 (power);
                ++pitch.frames;
            }
    }

    std::erase_if (pitches, [] (const auto& entry) {
        return static_cast<double> (entry.second.frames) * frameSeconds < leastSeconds;
    });
    return pitches;
}

} // namespace

std::optional<StandingOut> noteStandingOut (const hearing::BassLine& line,
                                            std::span<const hearing::FrameHarmonics> heard)
{
    const auto pitches = pitchesOf (line, heard);

    if (pitches.size() < leastPitches)
        return std::nullopt;

    const auto loudest = std::ranges::max_element (
        pitches, {}, [] (const auto& entry) { return entry.second.levelDb(); });
    std::vector<double> others;

    for (const auto& [semitone, pitch] : pitches)
        if (semitone != loudest->first)
            others.push_back (pitch.levelDb());

    const auto middle = others.begin() + static_cast<std::ptrdiff_t> (others.size() / 2);
    std::ranges::nth_element (others, middle);
    const double hz = concertPitchHz
                      * std::exp2 (static_cast<double> (loudest->first) / semitonesPerOctave);
    return StandingOut { hz, loudest->second.levelDb() - *middle, loudest->second.ranges };
}

std::string noteName (double hz)
{
    constexpr std::array<const char*, semitonesPerOctave> names {
        "A", "B flat", "B", "C", "C sharp", "D", "E flat", "E", "F", "F sharp", "G", "A flat"
    };
    const int above = semitoneOf (hz) % semitonesPerOctave;
    return names[static_cast<std::size_t> ((above + semitonesPerOctave) % semitonesPerOctave)];
}

} // namespace analysis
