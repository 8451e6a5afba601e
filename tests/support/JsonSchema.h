// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/Json.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace support
{

/** The part of JSON Schema 2020-12 that our schema files use. A keyword that it does not know is
    an error of its own, so that nothing passes unread. */
class JsonSchema
{
public:
    explicit JsonSchema (files::Json schema) : root (std::move (schema)) {}

    /** What is wrong with a value, each with its place ("/masters/0/file: …"); empty: nothing. */
    std::vector<std::string> errorsIn (const files::Json& value) const
    {
        std::vector<std::string> errors;
        Visit { *this, errors }.check (root, value, "");
        return errors;
    }

private:
    using Json = files::Json;

    struct Visit
    {
        const JsonSchema& schema;
        std::vector<std::string>& errors;

        void check (const Json& rules, const Json& value, const std::string& place)
        {
            for (const auto& [keyword, operand] : *rules.asObject())
                apply (keyword, operand, rules, value, place);
        }

        void complain (const std::string& place, const std::string& what)
        {
            errors.push_back (place + ": " + what);
        }

        void apply (const std::string& keyword,
                    const Json& operand,
                    const Json& rules,
                    const Json& value,
                    const std::string& place)
        {
            using Check = void (Visit::*) (
                const Json&, const Json&, const Json&, const std::string&);
            static const std::map<std::string_view, Check> checks {
                { "$ref", &Visit::reference },
                { "type", &Visit::type },
                { "const", &Visit::constant },
                { "enum", &Visit::oneOf },
                { "required", &Visit::required },
                { "properties", &Visit::properties },
                { "items", &Visit::items },
                { "additionalProperties", &Visit::others },
                { "minimum", &Visit::minimum },
                { "maximum", &Visit::maximum },
                { "minItems", &Visit::leastItems },
                { "maxItems", &Visit::mostItems },
                { "pattern", &Visit::pattern },
                { "description", nullptr },
                { "title", nullptr },
                { "$schema", nullptr },
                { "$defs", nullptr },
            };

            const auto found = checks.find (keyword);

            if (found == checks.end())
                complain (place, "the schema says \"" + keyword + "\", which is not understood");
            else if (found->second != nullptr)
                (this->*found->second) (operand, rules, value, place);
        }

        void reference (const Json& name, const Json&, const Json& value, const std::string& place)
        {
            constexpr std::string_view prefix = "#/$defs/";
            const auto* target = schema.root.find ("$defs")->find (
                name.asString()->substr (prefix.size()));

            if (target == nullptr)
                complain (place, "the schema has no " + *name.asString());
            else
                check (*target, value, place);
        }

        static bool isOfType (const Json& value, const std::string& type)
        {
            const auto* number = value.asNumber();
            return (type == "null" && value.isNull())
                   || (type == "boolean" && value.asBool() != nullptr)
                   || (type == "string" && value.asString() != nullptr)
                   || (type == "array" && value.asArray() != nullptr)
                   || (type == "object" && value.asObject() != nullptr)
                   || (type == "number" && number != nullptr)
                   || (type == "integer" && number != nullptr && *number == std::floor (*number));
        }

        void type (const Json& allowed, const Json&, const Json& value, const std::string& place)
        {
            const auto types = allowed.asArray() != nullptr ? *allowed.asArray()
                                                            : Json::Array { allowed };

            if (std::ranges::none_of (
                    types, [&] (const Json& one) { return isOfType (value, *one.asString()); }))
                complain (place, "is of another type");
        }

        void constant (const Json& only, const Json&, const Json& value, const std::string& place)
        {
            if (value != only)
                complain (place, "is another value");
        }

        void oneOf (const Json& allowed, const Json&, const Json& value, const std::string& place)
        {
            if (std::ranges::find (*allowed.asArray(), value) == allowed.asArray()->end())
                complain (place, "is none of the values");
        }

        void required (const Json& names, const Json&, const Json& value, const std::string& place)
        {
            for (const auto& name : *names.asArray())
                if (value.asObject() != nullptr && value.find (*name.asString()) == nullptr)
                    complain (place, "\"" + *name.asString() + "\" is missing");
        }

        void
        properties (const Json& known, const Json&, const Json& value, const std::string& place)
        {
            for (const auto& [name, rules] : *known.asObject())
                if (const auto* member = value.find (name))
                    check (rules, *member, place + "/" + name);
        }

        void
        others (const Json& rules, const Json& parent, const Json& value, const std::string& place)
        {
            const auto* known = parent.find ("properties");

            for (const auto& [name, member] :
                 value.asObject() ? *value.asObject() : Json::Object {})
                if (known == nullptr || known->find (name) == nullptr)
                    check (rules, member, place + "/" + name);
        }

        void items (const Json& rules, const Json&, const Json& value, const std::string& place)
        {
            const auto* array = value.asArray();

            for (std::size_t i = 0; array != nullptr && i < array->size(); ++i)
                check (rules, (*array)[i], place + "/" + std::to_string (i));
        }

        void minimum (const Json& least, const Json&, const Json& value, const std::string& place)
        {
            if (value.asNumber() != nullptr && *value.asNumber() < *least.asNumber())
                complain (place, "is too small");
        }

        void maximum (const Json& most, const Json&, const Json& value, const std::string& place)
        {
            if (value.asNumber() != nullptr && *value.asNumber() > *most.asNumber())
                complain (place, "is too large");
        }

        void
        leastItems (const Json& least, const Json&, const Json& value, const std::string& place)
        {
            if (value.asArray() != nullptr
                && static_cast<double> (value.asArray()->size()) < *least.asNumber())
                complain (place, "has too few items");
        }

        void mostItems (const Json& most, const Json&, const Json& value, const std::string& place)
        {
            if (value.asArray() != nullptr
                && static_cast<double> (value.asArray()->size()) > *most.asNumber())
                complain (place, "has too many items");
        }

        void
        pattern (const Json& expression, const Json&, const Json& value, const std::string& place)
        {
            if (value.asString() != nullptr
                && ! std::regex_search (*value.asString(), std::regex { *expression.asString() }))
                complain (place, "does not match the pattern");
        }
    };

    Json root;
};

} // namespace support
