// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "library/Provenance.h"

#include <span>

namespace library
{

/** Where the data end, a curve continues on a straight slope: drawn dashed, called modelled. */
struct Continuation
{
    Band band;               ///< the part that is replaced, up or down to the end of the grid
    double slopeDbPerOctave; ///< how fast the level falls away from the data
    std::string basis;       ///< why that slope

    bool operator== (const Continuation&) const = default;
};

/** On the library grid: the response, and in the band a line that leaves its level there. */
dsp::FrequencyResponse continued (const dsp::FrequencyResponse& response, const Continuation& end);

/** Below `belowHz` the level of `bass`, above it that of `response`, mixed in dB over the octave
    around it. The bass is first raised so that both agree on average over the octave above that. */
dsp::FrequencyResponse spliced (const dsp::FrequencyResponse& bass,
                                const dsp::FrequencyResponse& response,
                                double belowHz);

/** On the library grid: the mean power over so many octaves around each point. */
dsp::FrequencyResponse smoothed (const dsp::FrequencyResponse& response, double octaves);

/** The mean power of several responses, on the library grid. */
dsp::FrequencyResponse powerAverage (std::span<const dsp::FrequencyResponse> responses);

} // namespace library
