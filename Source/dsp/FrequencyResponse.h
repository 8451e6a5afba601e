// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Decibels.h"
#include "units/Hertz.h"
#include "units/Result.h"

#include <span>
#include <vector>

namespace dsp
{

/** Level in dB over frequency in Hz: finite, ascending, unique, at least two points. A value.

    Between points the level is linear in dB over log frequency; outside it holds the end value.
*/
class FrequencyResponse
{
public:
    /** @returns a Problem (without `where`) that names the first offending point when frequencies
        are not positive, ascending and unique, a number is not finite, or there are fewer than two.
    */
    static units::Result<FrequencyResponse> fromPoints (std::vector<double> frequenciesHz,
                                                        std::vector<double> levelsDb);

    /** The same level everywhere. */
    static FrequencyResponse flat (units::Decibels level);

    /** Any function of frequency, sampled at these frequencies. */
    template <typename Function>
    static FrequencyResponse sampled (std::span<const double> frequenciesHz, Function&& levelDbAt)
    {
        std::vector<double> levels;

        for (const double frequency : frequenciesHz)
            levels.push_back (levelDbAt (frequency));

        return { { frequenciesHz.begin(), frequenciesHz.end() }, std::move (levels) };
    }

    std::span<const double> frequenciesHz() const { return frequencies; }
    std::span<const double> levelsDb() const { return levels; }

    double levelDbAt (double frequencyHz) const;

    /** The same curve read off at other frequencies. */
    FrequencyResponse at (std::span<const double> frequenciesHz) const;

    /** Adds one level to all points. */
    FrequencyResponse raisedBy (units::Decibels gain) const;

    /** Mean level in dB between two frequencies, every octave weighing the same. */
    double meanDb (units::Hertz low, units::Hertz high) const;

    bool operator== (const FrequencyResponse&) const = default;

private:
    FrequencyResponse (std::vector<double> frequenciesHz, std::vector<double> levelsDb)
        : frequencies (std::move (frequenciesHz)),
          levels (std::move (levelsDb))
    {}

    std::vector<double> frequencies;
    std::vector<double> levels;
};

/** Difference and sum in dB, at the points of the left one. */
FrequencyResponse operator- (const FrequencyResponse& left, const FrequencyResponse& right);
FrequencyResponse operator+ (const FrequencyResponse& left, const FrequencyResponse& right);

/** The library's grid: 20 · 2^(k/24) Hz, k = 0 … 239. */
std::span<const double> libraryGridHz();

} // namespace dsp
