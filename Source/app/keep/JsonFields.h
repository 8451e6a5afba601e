// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Json.h"

#include <optional>
#include <string>

namespace app
{

// What users keep is read as far as it can be: a field that is missing, or is something else than it
// was, is as if it had never been chosen.

inline std::optional<double> numberIn (const files::Json& object, std::string_view name)
{
    const auto* const field = object.find (name);
    const auto* const number = field != nullptr ? field->asNumber() : nullptr;
    return number != nullptr ? std::optional { *number } : std::nullopt;
}

inline std::optional<std::string> textIn (const files::Json& object, std::string_view name)
{
    const auto* const field = object.find (name);
    const auto* const text = field != nullptr ? field->asString() : nullptr;
    return text != nullptr ? std::optional { *text } : std::nullopt;
}

inline std::optional<bool> flagIn (const files::Json& object, std::string_view name)
{
    const auto* const field = object.find (name);
    const auto* const flag = field != nullptr ? field->asBool() : nullptr;
    return flag != nullptr ? std::optional { *flag } : std::nullopt;
}

/** nullptr where it is no list. */
inline const files::Json::Array* arrayIn (const files::Json& object, std::string_view name)
{
    const auto* const field = object.find (name);
    return field != nullptr ? field->asArray() : nullptr;
}

inline std::vector<std::string> textsIn (const files::Json& object, std::string_view name)
{
    std::vector<std::string> texts;

    if (const auto* const array = arrayIn (object, name); array != nullptr)
        for (const auto& element : *array)
            if (const auto* const text = element.asString(); text != nullptr)
                texts.push_back (*text);

    return texts;
}

template <typename Texts>
files::Json arrayOf (const Texts& texts)
{
    files::Json::Array array;

    for (const std::string& text : texts)
        array.emplace_back (text);

    return array;
}

} // namespace app
