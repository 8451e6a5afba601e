// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/ResponseTable.h"
#include "files/TextLines.h"

namespace files
{

/** Whether these are commands of Equalizer APO. */
bool isEqualizerSetting (const std::vector<TextLine>& lines);

/** The sum of all its filters, as one column named "correction": GraphicEQ at its own points,
    parametric filters at the library's grid. OFF filters are passed over; commands that choose
    channels or files are a Problem, because the sum of what they do is not one curve.
    Syntax: Equalizer APO configuration reference; filters: R. Bristow-Johnson, Audio EQ Cookbook. */
units::Result<ResponseTable> parseEqualizerSetting (const std::vector<TextLine>& lines,
                                                    const std::string& where);

} // namespace files
