// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"

#include <optional>
#include <string>
#include <vector>

namespace files
{

/** A level at a frequency, and the line of the file that says so. */
struct ResponsePoint
{
    double frequencyHz;
    double levelDb; ///< NaN where the file has none
    std::size_t line;
};

/** Whose points they are: for notes and Problems. */
struct ColumnPlace
{
    std::string column;
    std::string where;
};

/** Points as people export them made into a response: sorted, without the empty ends, one level
    per frequency; each change leaves a note. Empty when no point has a level.
    @returns a Problem with the line for a missing level inside, a hole of more than an octave, one
    lonely point, or a level beyond measuring. */
units::Result<std::optional<dsp::FrequencyResponse>>
responseFromPoints (std::vector<ResponsePoint> points,
                    const ColumnPlace& place,
                    std::vector<std::string>& notes);

/** "12.3" */
std::string oneDecimal (double value);

} // namespace files
