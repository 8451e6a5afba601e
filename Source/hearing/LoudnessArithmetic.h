// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/CriticalBands.h"
#include "hearing/DecayNetwork.h"
#include "hearing/LoudnessSlopes.h"
#include "units/SampleRate.h"
#include "units/SoundPressure.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/** The inner loops of time-varying loudness, with bands or frames side by side in SIMD lanes.

    A frame is half a millisecond (ISO 532-1: levels at 2 kHz), a batch some frames in a row. Plain arrays,
    for the loops are compiled once per instruction set: see LoudnessLanes.h.
*/
namespace hearing
{

constexpr std::size_t framesPerBatch = 32;

/** Third octaves are calculated in double from the lowest one on, and in float above. */
constexpr std::size_t fineLanes = 32;
constexpr std::size_t coarseLanes = 16;

/** Critical bands, filled up with silent ones. */
constexpr std::size_t bandLanes = 32;

/** (1 − z⁻²)³ looks back so far. */
constexpr std::size_t samplesBefore = 6;

/** Three resonators and three low-passes for each of some bands. */
template <typename Number, std::size_t lanes>
struct alignas (64) FilterWeights
{
    Number minusA1[3][lanes] = {};
    Number minusA2[3][lanes] = {};
    Number smoothing[lanes] = {}; ///< pole of the low-passes
    Number scale[lanes] = {};     ///< from smoothed squares to power re 20 µPa
};

/** What they remember of one channel. */
template <typename Number, std::size_t lanes>
struct alignas (64) FilterMemory
{
    Number newest[3][lanes] = {};
    Number older[3][lanes] = {};
    Number smoothed[3][lanes] = {};
};

/** The filters of all third octaves at one rate. Immutable. */
struct FilterBank
{
    /** Of bands above Nyquist, everything is 0. */
    FilterBank (units::SampleRate rate, units::SoundPressureLevel fullScale);

    FilterWeights<double, fineLanes> fine;
    FilterWeights<float, coarseLanes> coarse;
    std::size_t numFine; ///< bands in double: 12 or 20
};

struct FilterState
{
    FilterMemory<double, fineLanes> fine;
    FilterMemory<float, coarseLanes> coarse;
};

/** Samples of a batch behind (1 − z⁻²)³, in both precisions. */
struct FilterInput
{
    const double* fine;
    const float* coarse;
};

/** Where the frames of a batch begin among its samples; behind the last one's beginning stands the
    end. */
struct FrameStarts
{
    std::size_t numFrames;
    std::size_t starts[framesPerBatch + 1];
};

/** The sample at which a frame of a stream begins. */
inline std::uint64_t startOfFrame (std::uint64_t frame, units::SampleRate rate)
{
    return frame * static_cast<std::uint64_t> (rate.hertz) / framesPerSecond;
}

/** Of a batch, counted from 0, when so many samples of the stream are there: the complete frames. */
FrameStarts framesOfBatch (std::uint64_t batch, units::SampleRate rate, std::uint64_t numSamples);

/** Powers of the third octaves re 20 µPa at the beginnings of a batch's frames. */
struct alignas (64) BandPowers
{
    float frames[framesPerBatch][fineLanes + coarseLanes];
};

/** Core loudness as a function of power instead of level, for one sound field. Immutable. */
struct alignas (64) PowerLoudness
{
    explicit PowerLoudness (SoundField field);

    static constexpr std::size_t lowLanes = 16;

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

/** The tables of LoudnessSlopes.h in single precision. Immutable. */
struct SlopeTables
{
    SlopeTables();

    static constexpr std::size_t numBands = numCriticalBands + 1;

    float rangeEnd[numSlopeRanges] = {};
    float steepness[numBands][numSlopeRanges] = {}; ///< of the lowest band, unused
    float width[numBands] = {};                     ///< in Bark
};

struct BatchLoudness
{
    alignas (64) float sone[framesPerBatch];
};

/** The loops. */
struct LoudnessArithmetic
{
    /** (1 − z⁻²)³ of so many samples, before which samplesBefore earlier ones stand. */
    void (*difference) (const float* samples,
                        std::size_t numSamples,
                        double* fine,
                        float* coarse) noexcept;

    void (*filter) (const FilterBank&,
                    FilterState&,
                    const FilterInput&,
                    const FrameStarts&,
                    BandPowers&) noexcept;

    /** Without the weight of the lowest band. */
    void (*core) (const PowerLoudness&,
                  const BandPowers&,
                  CoreFrames&,
                  std::size_t numFrames) noexcept;

    /** In place, the first so many frames: from core loudness to what is left of it. */
    void (*decay) (const DecayNetwork&, DecayState&, CoreFrames&, std::size_t numFrames) noexcept;

    /** Total loudness of all frames, as withSlopes(). */
    void (*slopes) (const SlopeTables&, const CoreFrames&, BatchLoudness&) noexcept;
};

/** The loops as compiled for one instruction set. */
struct CompiledLoops
{
    const char* instructionSet;
    LoudnessArithmetic arithmetic;
};

/** All that run on this very machine: the portable ones first, the fastest last. */
std::vector<CompiledLoops> loudnessArithmetics();

LoudnessArithmetic fastestLoudnessArithmetic();

} // namespace hearing
