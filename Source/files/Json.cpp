// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Json.h"

#include "files/InputFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>

namespace files
{

using units::Problem;

namespace
{

constexpr std::size_t maximumDepth = 64;

/** "phone.json: line 3, column 14", for the byte at this offset. */
std::string placeOf (const std::string& where, std::string_view text, std::size_t offset)
{
    const auto before = text.substr (0, std::min (offset, text.size()));
    const auto lastBreak = before.rfind ('\n');
    const auto column = lastBreak == std::string_view::npos ? before.size() + 1
                                                            : before.size() - lastBreak;

    return where + ": line " + std::to_string (1 + std::count (before.begin(), before.end(), '\n'))
           + ", column " + std::to_string (column);
}

/** The part of nlohmann's message that is about the text: what was found, what was expected. */
std::string plainWords (std::string message)
{
    constexpr std::size_t longestMessage = 200;

    if (const auto place = message.find ("column "); place != std::string::npos)
        if (const auto colon = message.find (": ", place); colon != std::string::npos)
            message.erase (0, colon + 2);

    if (const auto bracket = message.find ("] "); message.starts_with ("[json.exception"))
        message.erase (0, bracket + 2);

    if (message.size() > longestMessage)
        message = message.substr (0, longestMessage) + " …";

    return "This is not JSON: " + message + ".";
}

/** Hands out the text byte by byte and tells everyone how far the reading has come. */
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator (const char* place, const char*& progress) : at (place), reached (&progress) {}

    reference operator*() const { return *at; }

    CountingIterator& operator++()
    {
        *reached = ++at;
        return *this;
    }

    void operator++ (int) { ++*this; }

    bool operator== (const CountingIterator& other) const { return at == other.at; }

private:
    const char* at;
    const char** reached;
};

/** Listens to nlohmann's parser and builds our values; the first trouble stops it. */
class Builder
{
public:
    Builder (std::string_view text, const std::string& where, const char* const& progress)
        : source (text),
          name (where),
          reached (progress)
    {}

    // NOLINTBEGIN(readability-identifier-naming): the names that nlohmann calls
    bool null() { return add (nullptr); }
    bool boolean (bool value) { return add (value); }
    bool number_integer (std::int64_t value) { return add (static_cast<double> (value)); }
    bool number_unsigned (std::uint64_t value) { return add (static_cast<double> (value)); }
    bool number_float (double value, const std::string&) { return add (value); }
    bool string (std::string& value) { return add (std::move (value)); }
    bool binary (nlohmann::json::binary_t&) { return false; } // only binary dialects have these

    bool start_object (std::size_t) { return open (true); }
    bool start_array (std::size_t) { return open (false); }

    bool key (std::string& word)
    {
        if (! frames.back().keys.insert (word).second)
            return fail ("The key \"" + word + "\" stands here twice.",
                         "Keep one of the two and delete the other.");

        frames.back().key = std::move (word);
        return true;
    }

    bool end_object()
    {
        auto members = std::move (frames.back().members);
        frames.pop_back();
        return add (std::move (members));
    }

    bool end_array()
    {
        auto items = std::move (frames.back().items);
        frames.pop_back();
        return add (std::move (items));
    }

    bool parse_error (std::size_t position, const std::string&, const nlohmann::json::exception& e)
    {
        trouble = Problem { Problem::Kind::invalidValue,
                            placeOf (name, source, position > 0 ? position - 1 : 0),
                            plainWords (e.what()),
                            "Mend that place in a text editor." };
        return false;
    }
    // NOLINTEND(readability-identifier-naming)

    units::Result<Json> result() &&
    {
        if (trouble)
            return *std::move (trouble);

        return std::move (root);
    }

private:
    /** An array or object that is still being read. */
    struct Frame
    {
        bool isObject;
        Json::Array items {};
        Json::Object members {};
        std::string key {};
        std::unordered_set<std::string> keys {};
    };

    bool open (bool isObject)
    {
        if (frames.size() == maximumDepth)
            return fail ("Brackets are nested more than " + std::to_string (maximumDepth)
                             + " deep.",
                         "Check that this is the file you meant.");

        frames.push_back ({ isObject });
        return true;
    }

    bool add (Json value)
    {
        if (frames.empty())
            root = std::move (value);
        else if (frames.back().isObject)
            frames.back().members.emplace_back (std::move (frames.back().key), std::move (value));
        else
            frames.back().items.push_back (std::move (value));

        return true;
    }

    bool fail (std::string what, std::string cure)
    {
        const auto offset = static_cast<std::size_t> (reached - source.data());
        trouble = Problem { Problem::Kind::invalidValue,
                            placeOf (name, source, offset > 0 ? offset - 1 : 0),
                            std::move (what),
                            std::move (cure) };
        return false;
    }

    std::string_view source;
    const std::string& name;
    const char* const& reached;
    std::vector<Frame> frames;
    Json root;
    std::optional<Problem> trouble;
};

} // namespace

const Json* Json::find (std::string_view name) const
{
    if (const auto* members = asObject())
        for (const auto& [key, value] : *members)
            if (key == name)
                return &value;

    return nullptr;
}

units::Result<Json> parseJson (std::string_view text, const std::string& where)
{
    const char* reached = text.data();
    Builder builder (text, where, reached);
    nlohmann::json::sax_parse (CountingIterator (text.data(), reached),
                               CountingIterator (text.data() + text.size(), reached),
                               &builder);
    return std::move (builder).result();
}

units::Result<Json> readJson (const std::filesystem::path& file)
{
    const auto text = readBytes (file, maximumTextBytes);

    if (! text)
        return text.problem();

    return parseJson (*text, file.string());
}

} // namespace files
