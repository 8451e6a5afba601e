// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/BassPitch.h"

#include "hearing/BassPath.h"

#include <algorithm>
#include <cmath>

namespace hearing
{
namespace
{

using Path = std::vector<std::optional<BassCandidate>>;

// 20 % in 100 ms is where a glide ends and a jump or a drum's sweep begins.
constexpr double fastestGlide = 0.2;

double stepLimitSemitones()
{
    return 12.0 * std::log2 (1.0 + fastestGlide) * BassFrames::hop.value / 0.1;
}

// A note of 120 ms stands in five frames within 10 dB of its highest: the window of 170 ms smears a
// click over not quite three.
constexpr std::size_t shortestNote = 5;
constexpr double releaseLevel = 0.1;
constexpr double leastConfidence = 0.65;

// In noise and in speech now and then something looks like a note. What sounds for less than a
// twentieth of the time in which there is sound in the bass is no line.
constexpr double leastShare = 0.05;

/** Frames [first, first + numFrames) of a path without a jump or a hole. */
struct Run
{
    std::size_t first;
    std::size_t numFrames;
};

std::vector<Run> steadyRuns (const Path& path)
{
    std::vector<Run> runs;

    for (std::size_t i = 0; i < path.size(); ++i)
    {
        if (! path[i])
            continue;

        const bool goesOn = i > 0 && path[i - 1]
                            && semitonesBetween (path[i - 1]->f0Hz, path[i]->f0Hz)
                                   <= stepLimitSemitones();

        if (goesOn)
            ++runs.back().numFrames;
        else
            runs.push_back ({ i, 1 });
    }

    return runs;
}

/** Without the frames before and after a note, in which it has hardly begun or has died away. */
Run trimmed (Run run, const Path& path)
{
    double highest = 0.0;

    for (std::size_t i = run.first; i < run.first + run.numFrames; ++i)
        highest = std::max (highest, path[i]->power);

    const auto sounds = [&] (std::size_t i) { return path[i]->power >= releaseLevel * highest; };

    while (run.numFrames > 0 && ! sounds (run.first))
        run = { run.first + 1, run.numFrames - 1 };

    while (run.numFrames > 0 && ! sounds (run.first + run.numFrames - 1))
        --run.numFrames;

    return run;
}

double medianF0 (Run run, const Path& path)
{
    std::vector<double> all;

    for (std::size_t i = run.first; i < run.first + run.numFrames; ++i)
        all.push_back (path[i]->f0Hz);

    const auto middle = all.begin() + static_cast<std::ptrdiff_t> (all.size() / 2);
    std::nth_element (all.begin(), middle, all.end());
    return *middle;
}

double meanOver (Run run, const std::vector<double>& values)
{
    double sum = 0.0;

    for (std::size_t i = run.first; i < run.first + run.numFrames; ++i)
        sum += values[i];

    return sum / static_cast<double> (run.numFrames);
}

BassLine nothingIn (std::span<const BassEvidence> evidence)
{
    BassLine line { std::vector<BassFrame> (evidence.size()), {} };

    for (std::size_t i = 0; i < evidence.size(); ++i)
        line.frames[i].active = evidence[i].active;

    return line;
}

bool isLongEnough (const BassLine& line)
{
    const auto active = std::ranges::count_if (line.frames, &BassFrame::active);
    const auto pitched = std::ranges::count_if (
        line.frames, [] (const auto& frame) { return frame.f0Hz.has_value(); });
    return static_cast<double> (pitched) >= leastShare * static_cast<double> (active);
}

} // namespace

BassLine bassLine (std::span<const BassEvidence> evidence)
{
    const Path path = mostSalientPath (evidence);
    const auto confidence = pathConfidence (evidence, path);
    BassLine line = nothingIn (evidence);

    for (const Run whole : steadyRuns (path))
    {
        const Run run = trimmed (whole, path);

        if (run.numFrames < shortestNote || meanOver (run, confidence) < leastConfidence)
            continue;

        line.notes.push_back ({ run.first, run.numFrames, medianF0 (run, path) });

        for (std::size_t i = run.first; i < run.first + run.numFrames; ++i)
            line.frames[i] = { true, path[i]->f0Hz, confidence[i] };
    }

    return isLongEnough (line) ? line : nothingIn (evidence);
}

BassPitch::BassPitch (std::size_t numChannels, units::SampleRate rate) : frames (numChannels, rate)
{}

void BassPitch::process (dsp::ConstAudioBlock block)
{
    frames.process (block, [this] (const BassSpectrum& frame) { take (frame); });
}

BassLine BassPitch::finish()
{
    frames.finish ([this] (const BassSpectrum& frame) { take (frame); });
    return bassLine (evidence);
}

void BassPitch::take (const BassSpectrum& frame) { evidence.push_back (bassEvidence (frame)); }

} // namespace hearing
