// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Json.h"
#include "library/Strictness.h"
#include "units/Problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace library
{

/** One file being read: everything that is wrong with it, in the order in which it was met. */
struct JsonReading
{
    std::string file;
    Strictness strictness = Strictness::strict;
    std::vector<units::Problem> problems;

    /** @param pointer  JSON pointer of the place, "/transducers/0/response"; "" is the whole file */
    void complain (std::string_view pointer, std::string what, std::string cure);
};

/** The members of one JSON object. A missing or mistyped one becomes a Problem in the reading and
    a harmless value here, so that one pass finds everything that is wrong.
*/
class JsonFields
{
public:
    /** @param value  nullptr or no object is a Problem, and every member is then missing silently. */
    JsonFields (const files::Json* value, std::string pointer, JsonReading& reading);

    bool has (std::string_view key) const;
    const std::string& pointer() const { return place; }
    std::string pointerTo (std::string_view key) const { return place + "/" + std::string (key); }

    std::string text (std::string_view key);         ///< present and not empty
    std::string optionalText (std::string_view key); ///< empty when absent
    double number (std::string_view key);            ///< present and finite
    double numberOr (std::string_view key, double fallback);

    /** A list of finite numbers. A null among them is named as a hole.
        @param count  how many there must be; 0 is any number but none */
    std::vector<double> numbers (std::string_view key, std::size_t count);

    JsonFields object (std::string_view key);               ///< must be there
    std::vector<JsonFields> objects (std::string_view key); ///< a list of objects, must be there
    std::vector<JsonFields> objectsIfAny (std::string_view key); ///< empty when absent

    /** The member as it is, marked as known; nullptr when absent. */
    const files::Json* raw (std::string_view key);

    void complain (std::string_view key, std::string what, std::string cure);

    /** Call last. Strictly read, members nobody asked for are Problems. */
    void refuseUnknown();

private:
    /** The member as a list of that many entries; nullptr and a Problem otherwise. */
    const files::Json::Array* list (std::string_view key, std::size_t count);

    friend void readSchema (JsonFields& fields);

    const files::Json* content;
    std::string place;
    JsonReading* reading;
    std::vector<std::string> asked;
};

/** Checks "schema": 1, the version that every file of the library begins with. */
void readSchema (JsonFields& fields);

} // namespace library
