// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/ColumnNames.h"

#include "files/TextLines.h"

#include <algorithm>
#include <array>

namespace files
{

namespace
{

bool contains (std::string_view text, std::string_view part)
{
    return text.find (part) != std::string_view::npos;
}

} // namespace

bool namesAFrequency (std::string_view name)
{
    const auto word = lowerCase (name);
    return contains (word, "freq") || word == "f" || word == "hz" || word == "f (hz)"
           || word == "f(hz)" || word.ends_with ("_hz") || contains (word, "khz");
}

bool carriesNoLevel (std::string_view name)
{
    const auto word = lowerCase (name);
    return contains (word, "phase") || contains (word, "deg") || contains (word, "offset")
           || contains (word, "coherence");
}

bool isDirectivityIndex (std::string_view name)
{
    const auto word = lowerCase (name);
    return word == "di" || word.ends_with (" di") || contains (word, "directivity");
}

bool saysOnlyLevel (std::string_view name)
{
    constexpr std::array<std::string_view, 12> ways { "db",       "spl",       "spl(db)",
                                                      "spl (db)", "spl_db",    "level",
                                                      "mag",      "magnitude", "amplitude",
                                                      "mag(db)",  "dbspl",     "gain" };
    const auto word = lowerCase (name);
    return word.empty() || std::find (ways.begin(), ways.end(), word) != ways.end();
}

bool isCta2034 (std::string_view name)
{
    constexpr std::array<std::string_view, 6> curves {
        "on axis",     "listening window",           "early reflections",
        "sound power", "estimated in-room response", "predicted in-room response"
    };
    return std::find (curves.begin(), curves.end(), lowerCase (name)) != curves.end();
}

} // namespace files
