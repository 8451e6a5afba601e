// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"
#include "hearing/DecayNetwork.h"
#include "units/SampleRate.h"
#include "units/SoundPressure.h"

#include <cstddef>

/** The inner loops of time-varying loudness, with bands side by side in SIMD lanes.

    A frame is half a millisecond (ISO 532-1: levels at 2 kHz), a batch some frames in a row.
*/
namespace hearing
{

constexpr std::size_t framesPerBatch = 8;

/** Third octaves and critical bands are filled up with silent ones to whole vectors. */
constexpr std::size_t filterLanes = 28;
constexpr std::size_t bandLanes = 24;
constexpr std::size_t lowLanes = 16;

/** The filters of all third octaves at one rate, and their smoothing. Immutable. */
struct alignas (64) FilterBank
{
    /** Of bands above Nyquist, everything is 0. */
    FilterBank (units::SampleRate rate, units::SoundPressureLevel fullScale);

    alignas (32) double minusA1[3][filterLanes] = {};
    alignas (32) double minusA2[3][filterLanes] = {};
    alignas (32) double smoothing[filterLanes] = {}; ///< pole of the low-passes
    alignas (32) double scale[filterLanes] = {};     ///< from smoothed squares to power re 20 µPa
};

/** What the filters of one channel remember. */
struct alignas (64) FilterState
{
    alignas (32) double newest[3][filterLanes] = {};
    alignas (32) double older[3][filterLanes] = {};
    alignas (32) double smoothed[3][filterLanes] = {};
};

/** Where the frames of a batch begin among its samples; behind the last one's beginning stands the
    end. */
struct FrameStarts
{
    std::size_t numFrames;
    std::size_t starts[framesPerBatch + 1];
};

/** Powers re 20 µPa at the beginnings of a batch's frames. */
struct alignas (64) BandPowers
{
    double frames[framesPerBatch][filterLanes];
};

/** Core loudness as a function of power instead of level, for one sound field. Immutable. */
struct alignas (64) PowerLoudness
{
    explicit PowerLoudness (SoundField field);

    float lowRangeEnd[numLowRanges - 1][lowLanes] = {}; ///< above this power the next weight holds
    float lowWeight[numLowRanges][lowLanes] = {};       ///< of power
    float threshold[bandLanes] = {};                    ///< power that must be exceeded
    float excitation[bandLanes] = {};                   ///< a quarter of what unit power excites
    float size[bandLanes] = {};                         ///< 0.0635 · 10^(0.025 T)
};

/** Core loudness of the frames of a batch. */
struct alignas (64) CoreFrames
{
    float frames[framesPerBatch][bandLanes];
};

/** How core loudness dies away in one channel: the standard's network of two capacitors per band. */
struct alignas (64) DecayState
{
    float input[bandLanes] = {};     ///< core loudness of the last frame
    float output[bandLanes] = {};    ///< voltage of the first capacitor
    float reservoir[bandLanes] = {}; ///< voltage of the second
};

/** The loops. */
struct LoudnessArithmetic
{
    /** The samples have been through (1 − z⁻²)³. */
    void (*filter) (const FilterBank&,
                    FilterState&,
                    const double* samples,
                    const FrameStarts&,
                    BandPowers&) noexcept;

    /** Without the weight of the lowest band. */
    void (*core) (const PowerLoudness&,
                  const BandPowers&,
                  CoreFrames&,
                  std::size_t numFrames) noexcept;

    /** In place, the first so many frames: from core loudness to what is left of it. */
    void (*decay) (const DecayNetwork&, DecayState&, CoreFrames&, std::size_t numFrames) noexcept;
};

/** The loops, compiled for any machine of this architecture. */
LoudnessArithmetic portableLoudnessArithmetic();

/** The same, compiled for the best vectors that this very machine has. */
LoudnessArithmetic fastestLoudnessArithmetic();

} // namespace hearing
