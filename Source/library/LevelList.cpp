// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LevelList.h"

#include <cmath>

namespace library
{

namespace
{

double tenths (double db)
{
    const double rounded = std::round (db * 10.0) / 10.0;
    return rounded == 0.0 ? 0.0 : rounded; // no minus in front of a zero
}

} // namespace

files::Json levelList (const dsp::FrequencyResponse& response)
{
    files::Json::Array levels;

    for (const double frequency : dsp::libraryGridHz())
        levels.emplace_back (tenths (response.levelDbAt (frequency)));

    return levels;
}

dsp::FrequencyResponse onGrid (const dsp::FrequencyResponse& response)
{
    return dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [&] (double frequency) {
        return tenths (response.levelDbAt (frequency));
    });
}

dsp::FrequencyResponse normalised (const dsp::FrequencyResponse& response)
{
    const double mean = response.meanDb (units::Hertz { 300.0 }, units::Hertz { 1200.0 });
    return response.raisedBy (units::Decibels { -mean });
}

} // namespace library
