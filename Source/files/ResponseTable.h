// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace files
{

/** A text file of levels over frequency, as somebody exported it. */
struct ResponseTable
{
    enum class Format
    {
        rew,          ///< REW text export: comments with *, frequency, SPL, phase
        autoEq,       ///< CSV with a header that names frequency and raw
        squig,        ///< squig.link / CrinGraph: two bare columns
        graphicEq,    ///< Equalizer APO "GraphicEQ: f g; …": a correction, not a device
        parametricEq, ///< Equalizer APO "Filter n: ON PK Fc … Gain … Q …": a correction
        cta2034       ///< spinorama: named columns
    };

    struct Column
    {
        std::string name; ///< "level", "raw", "On Axis", "Sound Power", …
        dsp::FrequencyResponse response;
    };

    Format format;
    std::vector<Column> columns; ///< at least one
    std::vector<std::string>
        notes; ///< what was understood, sorted, dropped or averaged, with counts

    const dsp::FrequencyResponse* find (std::string_view columnName) const;
};

/** Understands the formats above with BOM, CRLF, comments, decimal commas, quoted headers, any
    order, duplicate points and nan rows at the ends. @returns a Problem with the line otherwise. */
units::Result<ResponseTable> parseResponseTable (std::string_view text, const std::string& where);

units::Result<ResponseTable> readResponseTable (const std::filesystem::path& file);

} // namespace files
