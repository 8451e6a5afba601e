// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace files
{

/** A JSON value; objects keep the order of their members, numbers are doubles. */
class Json
{
public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;

    // A value stands for itself wherever a Json is asked for.
    // NOLINTBEGIN(google-explicit-constructor)
    Json() = default; ///< null
    Json (std::nullptr_t) {}
    Json (bool value) : content (value) {}
    Json (double value) : content (value) {}
    Json (int value) : content (static_cast<double> (value)) {}
    Json (std::string value) : content (std::move (value)) {}
    Json (const char* value) : content (std::string (value)) {}
    Json (std::string_view value) : content (std::string (value)) {}
    Json (Array value) : content (std::move (value)) {}
    Json (Object value) : content (std::move (value)) {}

    // NOLINTEND(google-explicit-constructor)

    bool isNull() const { return std::holds_alternative<std::nullptr_t> (content); }
    const bool* asBool() const { return std::get_if<bool> (&content); }
    const double* asNumber() const { return std::get_if<double> (&content); }
    const std::string* asString() const { return std::get_if<std::string> (&content); }
    const Array* asArray() const { return std::get_if<Array> (&content); }
    const Object* asObject() const { return std::get_if<Object> (&content); }

    /** The member of that name, or nullptr when there is none or this is no object. */
    const Json* find (std::string_view name) const;

    bool operator== (const Json&) const = default;

private:
    std::variant<std::nullptr_t, bool, double, std::string, Array, Object> content { nullptr };
};

/** @param where  the file's name, for the Problem, which names line and column.
    Duplicate keys, NaN, nesting deeper than 64, and text after the value are Problems. */
units::Result<Json> parseJson (std::string_view text, const std::string& where);

units::Result<Json> readJson (const std::filesystem::path& file);

/** Two-space indent, arrays of plain numbers filled to 100 columns, shortest numbers that come back
    the same, a newline at the end: same value, same bytes. NaN and infinity are written as null. */
std::string writeJson (const Json& value);

/** The same on one line, with a newline at the end: for files with a value on every line. */
std::string writeJsonLine (const Json& value);

} // namespace files
