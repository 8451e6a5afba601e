// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/LoudnessArithmetic.h"

#include "dsp/InstructionSet.h"
#include "hearing/LoudnessLoops.h"
#include "hearing/ThirdOctaveFilters.h"

#include <cmath>

namespace hearing
{
namespace
{

// In single precision, high sounds leave noise in low bands: 110 dB below full scale at 400 Hz and
// 48 kHz, and more the lower a band lies in comparison with the rate.
constexpr int fewFineBandsUpToHz = 50000;
constexpr std::size_t fewFineBands = 12;  // up to 315 Hz
constexpr std::size_t manyFineBands = 20; // up to 2 kHz

double powerOf (double levelDb) { return std::pow (10.0, levelDb / 10.0); }

double poleOf (std::size_t band, units::SampleRate rate)
{
    return std::exp (-1.0 / (rate.hertz * smoothingSeconds (band)));
}

template <typename Number, std::size_t lanes>
void set (FilterWeights<Number, lanes>& weights,
          std::size_t lane,
          const ThirdOctaveFilter& filter,
          double pole)
{
    for (std::size_t i = 0; i < 3; ++i)
    {
        weights.minusA1[i][lane] = static_cast<Number> (-filter.resonators[i].a1);
        weights.minusA2[i][lane] = static_cast<Number> (-filter.resonators[i].a2);
    }

    // The filter's gain and the low-passes' are left to the end, where they cost nothing.
    weights.smoothing[lane] = static_cast<Number> (pole);
    weights.scale[lane] = static_cast<Number> (std::pow (filter.gain, 2.0)
                                               * std::pow (1.0 - pole, 3.0));
}

} // namespace

FrameStarts framesOfBatch (std::uint64_t batch, units::SampleRate rate, std::uint64_t numSamples)
{
    FrameStarts result { 0, {} };
    const auto first = batch * framesPerBatch;
    const auto begin = startOfFrame (first, rate);

    for (std::size_t f = 1; f <= framesPerBatch && startOfFrame (first + f, rate) <= numSamples;
         ++f)
    {
        result.starts[f] = startOfFrame (first + f, rate) - begin;
        result.numFrames = f;
    }

    return result;
}

FilterBank::FilterBank (units::SampleRate rate, units::SoundPressureLevel fullScale)
    : numFine (rate.hertz <= fewFineBandsUpToHz ? fewFineBands : manyFineBands)
{
    const auto filters = thirdOctaveFilters (rate);

    for (std::size_t band = 0; band < numThirdOctaves; ++band)
    {
        if (! filters[band])
            continue;

        if (band < numFine)
            set (fine, band, *filters[band], poleOf (band, rate));
        else
            set (coarse, band - numFine, *filters[band], poleOf (band, rate));
    }

    constexpr double meanSquareOfSine = 0.5;
    const double power = powerOf (fullScale.dbSpl) / meanSquareOfSine;

    for (auto& scale : fine.scale)
        scale *= power;

    for (auto& scale : coarse.scale)
        scale *= static_cast<float> (power);
}

PowerLoudness::PowerLoudness (SoundField field)
{
    for (std::size_t range = 0; range < numLowRanges; ++range)
        for (std::size_t i = 0; i < numLowThirdOctaves; ++i)
        {
            lowWeight[range][i] = static_cast<float> (powerOf (lowWeightDb[range][i]));

            if (range + 1 < numLowRanges)
                lowRangeEnd[range][i] = static_cast<float> (
                    powerOf (lowRangeEndDb[range] - lowWeightDb[range][i]));
        }

    for (std::size_t band = 0; band < numCriticalBands; ++band)
    {
        const double inside = -transmissionLossDb[band]
                              + (field == SoundField::diffuse ? diffuseFieldGainDb[band] : 0.0);
        const double aboveThreshold = inside - thresholdInQuietDb[band];
        threshold[band] = static_cast<float> (powerOf (-aboveThreshold));
        excitation[band] = static_cast<float> (
            0.25 * powerOf (aboveThreshold - bandwidthExcessDb[band]));
        size[band] = static_cast<float> (0.0635
                                         * std::pow (10.0, 0.025 * thresholdInQuietDb[band]));
    }
}

SlopeTables::SlopeTables()
{
    for (std::size_t range = 0; range < numSlopeRanges; ++range)
        rangeEnd[range] = static_cast<float> (slopeRangeEnd[range]);

    for (std::size_t band = 0; band < numBands; ++band)
    {
        const double below = band == 0 ? 0.0 : upperLimitBark[band - 1];
        width[band] = static_cast<float> (upperLimitBark[band] - below);

        for (std::size_t range = 0; range < numSlopeRanges; ++range)
            steepness[band][range] = static_cast<float> (
                slopeSteepness[range][slopeColumn (band == 0 ? 1 : band)]);
    }
}

#if defined(__x86_64__)

LoudnessArithmetic avx2LoudnessArithmetic();   // LoudnessArithmeticAvx2.cpp
LoudnessArithmetic avx512LoudnessArithmetic(); // LoudnessArithmeticAvx512.cpp

std::vector<CompiledLoops> loudnessArithmetics()
{
    std::vector<CompiledLoops> all { { "portable", loudnessLoops } };

    if (dsp::bestInstructionSet() >= dsp::InstructionSet::avx2)
        all.push_back ({ "AVX2", avx2LoudnessArithmetic() });

    if (dsp::bestInstructionSet() >= dsp::InstructionSet::avx512)
        all.push_back ({ "AVX-512", avx512LoudnessArithmetic() });

    return all;
}

#else

std::vector<CompiledLoops> loudnessArithmetics() { return { { "portable", loudnessLoops } }; }

#endif

LoudnessArithmetic fastestLoudnessArithmetic() { return loudnessArithmetics().back().arithmetic; }

} // namespace hearing
