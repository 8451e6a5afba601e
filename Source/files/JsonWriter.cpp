// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Json.h"
#include "files/Utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace files
{

namespace
{

constexpr std::size_t maximumColumns = 100;

/** Shortest digits that come back the same. Without an exponent where a person would write none. */
std::string numberText (double value)
{
    if (! std::isfinite (value))
        return "null";

    if (value == 0.0)
        return std::signbit (value) ? "-0.0" : "0";

    // 1e-6 and 1e17 are where the plain form gets longer than the scientific one can be.
    const bool plain = std::abs (value) >= 1e-6 && std::abs (value) < 1e17;
    std::array<char, 64> digits {};
    const auto end = std::to_chars (digits.data(),
                                    digits.data() + digits.size(),
                                    value,
                                    plain ? std::chars_format::fixed
                                          : std::chars_format::scientific);
    return { digits.data(), end.ptr };
}

std::string escaped (char c)
{
    constexpr std::string_view named = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";

    if (const auto place = named.find (c); place != std::string_view::npos)
        return { '\\', letters[place] };

    if (static_cast<unsigned char> (c) >= 0x20)
        return { c };

    constexpr std::string_view hex = "0123456789abcdef";
    const auto code = static_cast<unsigned char> (c);
    return std::string ("\\u00") + hex[code >> 4u] + hex[code & 15u];
}

std::string stringText (std::string_view text)
{
    std::string quoted = "\"";

    for (const char c : validUtf8 (text))
        quoted += escaped (c);

    return quoted + '"';
}

bool isNumberOrNull (const Json& value) { return value.isNull() || value.asNumber() != nullptr; }

class Writer
{
public:
    void write (const Json& value)
    {
        if (const auto* array = value.asArray())
            writeArray (*array);
        else if (const auto* object = value.asObject())
            writeObject (*object);
        else
            put (scalarText (value));
    }

    std::string finish() &&
    {
        text += '\n';
        return std::move (text);
    }

private:
    static std::string scalarText (const Json& value)
    {
        if (const auto* flag = value.asBool())
            return *flag ? "true" : "false";

        if (const auto* number = value.asNumber())
            return numberText (*number);

        if (const auto* words = value.asString())
            return stringText (*words);

        return "null";
    }

    void writeArray (const Json::Array& array)
    {
        if (array.empty())
            return put ("[]");

        if (std::all_of (array.begin(), array.end(), isNumberOrNull))
            return writeNumbers (array);

        put ("[");
        ++depth;

        for (const auto& item : array)
        {
            startLine();
            write (item);
            put (&item == &array.back() ? "" : ",");
        }

        --depth;
        startLine();
        put ("]");
    }

    void writeNumbers (const Json::Array& array)
    {
        std::vector<std::string> words;
        std::size_t width = 2;

        for (const auto& item : array)
        {
            words.push_back (scalarText (item) + (&item == &array.back() ? "" : ","));
            width += words.back().size() + 1;
        }

        if (column + width <= maximumColumns)
            putOnOneLine (words);
        else
            putFilled (words);
    }

    void putOnOneLine (const std::vector<std::string>& words)
    {
        put ("[");

        for (const auto& word : words)
            put ((&word == &words.front() ? "" : " ") + word);

        put ("]");
    }

    void putFilled (const std::vector<std::string>& words)
    {
        put ("[");
        ++depth;
        startLine();

        for (const auto& word : words)
        {
            const bool first = column == indent();

            if (! first && column + 1 + word.size() > maximumColumns)
                startLine();
            else if (! first)
                put (" ");

            put (word);
        }

        --depth;
        startLine();
        put ("]");
    }

    void writeObject (const Json::Object& object)
    {
        if (object.empty())
            return put ("{}");

        put ("{");
        ++depth;

        for (const auto& member : object)
        {
            startLine();
            put (stringText (member.first) + ": ");
            write (member.second);
            put (&member == &object.back() ? "" : ",");
        }

        --depth;
        startLine();
        put ("}");
    }

    std::size_t indent() const { return 2 * depth; }

    void startLine()
    {
        text += '\n';
        column = 0;
        put (std::string (indent(), ' '));
    }

    void put (std::string_view words)
    {
        text += words;
        column += words.size();
    }

    std::string text;
    std::size_t column = 0;
    std::size_t depth = 0;
};

} // namespace

std::string writeJson (const Json& value)
{
    Writer writer;
    writer.write (value);
    return std::move (writer).finish();
}

std::string writeJsonLine (const Json& value)
{
    // No string has a line's end in it: it is written as an escape.
    const auto text = writeJson (value);
    std::string line;

    for (std::size_t i = 0; i < text.size();)
    {
        i = text.find_first_not_of (' ', i);
        const auto end = text.find ('\n', i);
        line.append (text, i, end - i);
        i = end + 1;
    }

    return line + '\n';
}

} // namespace files
