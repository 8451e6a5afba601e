// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/ResponseTable.h"

#include "files/ColumnNames.h"
#include "files/EqualizerSetting.h"
#include "files/InputFile.h"
#include "files/NumberTable.h"
#include "files/ResponsePoints.h"

#include <algorithm>
#include <cmath>

namespace files
{

using units::Problem;

namespace
{

bool contains (std::string_view text, std::string_view part)
{
    return text.find (part) != std::string_view::npos;
}

Problem invalid (const std::string& where, std::string what, std::string cure)
{
    return { Problem::Kind::invalidValue, where, std::move (what), std::move (cure) };
}

/** REW hides its column names in the last comment. */
bool isRew (const NumberTable& numbers)
{
    return std::any_of (numbers.comments.begin(), numbers.comments.end(), [] (const auto& comment) {
        return comment.starts_with ('*') && contains (comment, "SPL");
    });
}

ResponseTable::Format formatOf (const NumberTable& numbers)
{
    if (isRew (numbers))
        return ResponseTable::Format::rew;

    if (std::any_of (numbers.header.begin(), numbers.header.end(), isCta2034))
        return ResponseTable::Format::cta2034;

    const bool isNamed = ! numbers.header.empty() && namesAFrequency (numbers.header.front())
                         && ! saysOnlyLevel (numbers.header.back())
                         && lowerCase (numbers.header.back()) != "unweighted";
    return isNamed ? ResponseTable::Format::autoEq : ResponseTable::Format::squig;
}

/** What a column is called and how much too high its levels stand. */
struct ColumnPlan
{
    std::size_t index;
    std::string name;
    bool isIndexWithOffset = false;
};

class TableReader
{
public:
    TableReader (NumberTable table, std::string name)
        : numbers (std::move (table)),
          where (std::move (name)),
          result { formatOf (numbers), {}, numbers.notes }
    {}

    units::Result<ResponseTable> read() &&
    {
        findFrequencies();

        for (const auto& plan : plans())
            if (auto added = addColumn (plan); ! added)
                return added.problem();

        if (result.columns.empty())
            return invalid (where,
                            "No column holds levels.",
                            "Export frequency in Hz and level in dB, one line per frequency.");

        return std::move (result);
    }

private:
    void findFrequencies()
    {
        const auto& names = numbers.header;
        const auto found = std::find_if (names.begin(), names.end(), namesAFrequency);
        const auto index = static_cast<std::size_t> (found - names.begin());

        if (found != names.end() && index < numbers.numColumns)
        {
            frequencyColumn = index;
            inKilohertz = contains (lowerCase (*found), "khz");
        }

        if (inKilohertz)
            result.notes.emplace_back ("Frequencies are in kHz.");
    }

    /** The columns that hold levels; what is passed over leaves a note. */
    std::vector<ColumnPlan> plans()
    {
        std::vector<ColumnPlan> chosen;

        for (std::size_t column = 0; column < numbers.numColumns; ++column)
        {
            if (column == frequencyColumn)
                continue;

            if (const auto name = nameOf (column); carriesNoLevel (name))
                result.notes.push_back ('"' + name + "\" holds no levels and was passed over.");
            else if (isDirectivityIndex (name) && offsetColumn() == 0)
                result.notes.push_back ('"' + name
                                        + "\" may stand on an offset that the file does not name; "
                                          "it was passed over.");
            else
                chosen.push_back ({ column, name, isDirectivityIndex (name) });
        }

        if (chosen.size() == 1 && saysOnlyLevel (chosen.front().name))
            chosen.front().name = "level";

        return chosen;
    }

    std::string nameOf (std::size_t column) const
    {
        if (column < numbers.header.size() && ! numbers.header[column].empty())
            return numbers.header[column];

        if (result.format == ResponseTable::Format::rew)
            return column == 1 ? "level" : "phase";

        return column == (frequencyColumn == 0 ? 1u : 0u) ? "level"
                                                          : "column " + std::to_string (column + 1);
    }

    /** Spinorama raises its directivity indices by what this column says; 0 when there is none. */
    std::size_t offsetColumn() const
    {
        for (std::size_t column = 1; column < std::min (numbers.header.size(), numbers.numColumns);
             ++column)
            if (lowerCase (numbers.header[column]) == "di offset")
                return column;

        return 0;
    }

    units::Result<void> addColumn (const ColumnPlan& plan)
    {
        auto points = pointsOf (plan);

        if (! points)
            return points.problem();

        auto response = responseFromPoints (
            *std::move (points), { plan.name, where }, result.notes);

        if (! response)
            return response.problem();

        if (plan.isIndexWithOffset)
            result.notes.push_back ('"' + plan.name + "\" had the file's DI offset taken off.");

        if (response->has_value())
            result.columns.push_back ({ plan.name, **std::move (response) });

        return {};
    }

    units::Result<std::vector<ResponsePoint>> pointsOf (const ColumnPlan& plan)
    {
        std::vector<ResponsePoint> points;

        for (std::size_t row = 0; row < numbers.numRows(); ++row)
        {
            const double frequency = numbers.cell (row, frequencyColumn)
                                     * (inKilohertz ? 1000.0 : 1.0);

            if (! std::isfinite (frequency) || frequency < 0.0)
                return invalid (where + ": line " + std::to_string (numbers.lineNumbers[row]),
                                "The frequency is not a number from zero up.",
                                "Mend it, or delete the line.");

            const double offset = plan.isIndexWithOffset ? numbers.cell (row, offsetColumn()) : 0.0;
            const double level = numbers.cell (row, plan.index) - offset;

            if (frequency > 0.0)
                points.push_back ({ frequency, level, numbers.lineNumbers[row] });
        }

        if (points.size() < numbers.numRows())
            result.notes.push_back ("\"" + plan.name
                                    + "\" has a point at 0 Hz, which no logarithmic axis shows; it "
                                      "was dropped.");

        return points;
    }

    NumberTable numbers;
    std::string where;
    ResponseTable result;
    std::size_t frequencyColumn = 0;
    bool inKilohertz = false;
};

units::Result<void> refuseBinary (std::string_view text, const std::string& where)
{
    if (text.starts_with ("\xFF\xFE") || text.starts_with ("\xFE\xFF"))
        return Problem { Problem::Kind::unsupported,
                         where,
                         "The text is encoded as UTF-16.",
                         "Open it in an editor and save it as UTF-8." };

    if (contains (text, std::string_view ("\0", 1)))
        return Problem {
            Problem::Kind::unsupported,
            where,
            "This is not a text file.",
            "Export the response as text; an impulse response goes in as WAV or SOFA."
        };

    if (trimmed (text).empty())
        return invalid (where, "There is nothing in this file.", "Export it again.");

    return {};
}

} // namespace

const dsp::FrequencyResponse* ResponseTable::find (std::string_view columnName) const
{
    for (const auto& column : columns)
        if (column.name == columnName)
            return &column.response;

    return nullptr;
}

units::Result<ResponseTable> parseResponseTable (std::string_view text, const std::string& where)
{
    if (auto readable = refuseBinary (text, where); ! readable)
        return readable.problem();

    const auto lines = splitLines (text);

    if (isEqualizerSetting (lines))
        return parseEqualizerSetting (lines, where);

    auto numbers = parseNumberTable (lines, where);

    if (! numbers)
        return numbers.problem();

    return TableReader (*std::move (numbers), where).read();
}

units::Result<ResponseTable> readResponseTable (const std::filesystem::path& file)
{
    const auto text = readBytes (file, maximumTextBytes);

    if (! text)
        return text.problem();

    return parseResponseTable (*text, file.string());
}

} // namespace files
