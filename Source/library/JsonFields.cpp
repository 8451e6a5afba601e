// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/JsonFields.h"

#include <algorithm>
#include <cmath>

namespace library
{

using files::Json;

void JsonReading::complain (std::string_view pointer, std::string what, std::string cure)
{
    const std::string where = pointer.empty() ? file : file + ": " + std::string (pointer);
    problems.push_back (
        { units::Problem::Kind::invalidValue, where, std::move (what), std::move (cure) });
}

JsonFields::JsonFields (const Json* value, std::string pointer, JsonReading& into)
    : content (value != nullptr && value->asObject() != nullptr ? value : nullptr),
      place (std::move (pointer)),
      reading (&into)
{
    if (value != nullptr && content == nullptr)
        reading->complain (
            place, "This is not a JSON object.", "Write { … } with named members here.");
}

bool JsonFields::has (std::string_view key) const
{
    return content != nullptr && content->find (key) != nullptr;
}

void JsonFields::complain (std::string_view key, std::string what, std::string cure)
{
    reading->complain (pointerTo (key), std::move (what), std::move (cure));
}

const Json* JsonFields::raw (std::string_view key)
{
    asked.emplace_back (key);
    return content == nullptr ? nullptr : content->find (key);
}

std::string JsonFields::text (std::string_view key)
{
    if (content != nullptr && ! has (key))
        complain (key, "It is missing.", "Add \"" + std::string (key) + "\" with its text.");

    const bool wasThere = has (key);
    std::string found = optionalText (key);

    if (wasThere && found.empty() && content->find (key)->asString() != nullptr)
        complain (key, "It is empty.", "Write what it is.");

    return found;
}

std::string JsonFields::optionalText (std::string_view key)
{
    const Json* found = raw (key);

    if (found == nullptr)
        return {};

    if (const auto* string = found->asString())
        return *string;

    complain (key, "It is not text.", "Put it into quotes.");
    return {};
}

double JsonFields::number (std::string_view key)
{
    if (content != nullptr && ! has (key))
        complain (key, "It is missing.", "Add \"" + std::string (key) + "\" with its number.");

    return numberOr (key, 0.0);
}

double JsonFields::numberOr (std::string_view key, double fallback)
{
    const Json* found = raw (key);

    if (found == nullptr)
        return fallback;

    if (const auto* value = found->asNumber(); value != nullptr && std::isfinite (*value))
        return *value;

    complain (key, "It is not a number.", "Write a plain number, such as 0.35.");
    return fallback;
}

const Json::Array* JsonFields::list (std::string_view key, std::size_t count)
{
    const Json* found = raw (key);
    const auto* entries = found == nullptr ? nullptr : found->asArray();

    if (content != nullptr && entries == nullptr)
        complain (key,
                  found == nullptr ? "It is missing." : "It is not a list.",
                  "Write a list of numbers, [ … ].");

    if (entries == nullptr || (count == 0 ? ! entries->empty() : entries->size() == count))
        return entries;

    complain (key,
              "It holds " + std::to_string (entries->size()) + " numbers.",
              count == 0 ? "At least one is needed."
                         : "Exactly " + std::to_string (count) + " are needed.");
    return nullptr;
}

std::vector<double> JsonFields::numbers (std::string_view key, std::size_t count)
{
    const auto* entries = list (key, count);
    std::vector<double> values;

    if (entries == nullptr)
        return values;

    for (const auto& entry : *entries)
    {
        const auto* value = entry.asNumber();

        if (value == nullptr || ! std::isfinite (*value))
        {
            reading->complain (pointerTo (key) + "/" + std::to_string (values.size()),
                               entry.isNull() ? "There is a hole: null instead of a number."
                                              : "This is not a number.",
                               "Every place of the list needs a finite number.");
            return {};
        }

        values.push_back (*value);
    }

    return values;
}

JsonFields JsonFields::object (std::string_view key)
{
    const Json* found = raw (key);

    if (content != nullptr && found == nullptr)
        complain (key, "It is missing.", "Add \"" + std::string (key) + "\": { … }.");

    return { found, pointerTo (key), *reading };
}

std::vector<JsonFields> JsonFields::objects (std::string_view key)
{
    const Json* found = raw (key);

    if (content != nullptr
        && (found == nullptr || found->asArray() == nullptr || found->asArray()->empty()))
        complain (key,
                  found == nullptr ? "It is missing." : "It is not a list with at least one entry.",
                  "Write a list of objects, [ { … } ].");

    return found == nullptr || found->asArray() == nullptr ? std::vector<JsonFields> {}
                                                           : objectsIfAny (key);
}

std::vector<JsonFields> JsonFields::objectsIfAny (std::string_view key)
{
    const Json* found = raw (key);
    std::vector<JsonFields> entries;

    if (found == nullptr)
        return entries;

    if (found->asArray() == nullptr)
    {
        complain (key, "It is not a list.", "Write a list of objects, [ { … } ].");
        return entries;
    }

    for (const auto& entry : *found->asArray())
        entries.emplace_back (
            &entry, pointerTo (key) + "/" + std::to_string (entries.size()), *reading);

    return entries;
}

void JsonFields::refuseUnknown()
{
    if (content == nullptr || reading->strictness == Strictness::lenient)
        return;

    for (const auto& member : *content->asObject())
        if (std::find (asked.begin(), asked.end(), member.first) == asked.end())
            complain (member.first,
                      "Nothing of that name is known.",
                      "Correct its spelling or leave it out.");
}

void readSchema (JsonFields& fields)
{
    const double schema = fields.number ("schema");

    if (! fields.has ("schema") || schema == 1.0)
        return;

    fields.complain ("schema",
                     "This version is not known.",
                     "This program reads \"schema\": 1; a newer one may read more.");
    fields.reading->problems.back().kind = units::Problem::Kind::unknownSchema;
}

} // namespace library
