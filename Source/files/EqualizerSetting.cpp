// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/EqualizerSetting.h"

#include "files/EqualizerFilter.h"

#include <algorithm>
#include <array>

namespace files
{

using units::Problem;

namespace
{

struct Command
{
    std::string name; ///< in small letters, without a number: "filter"
    std::string_view arguments;
};

std::optional<Command> commandOf (std::string_view line)
{
    const auto colon = line.find (':');

    if (colon == std::string_view::npos)
        return std::nullopt;

    const auto words = splitWords (line.substr (0, colon));

    if (words.empty())
        return std::nullopt;

    auto name = lowerCase (words.front());
    name.erase (
        std::find_if (name.begin(), name.end(), [] (char c) { return c >= '0' && c <= '9'; }),
        name.end());
    return Command { name, trimmed (line.substr (colon + 1)) };
}

class Reader
{
public:
    explicit Reader (std::string name) : where (std::move (name)) {}

    units::Result<void> read (const TextLine& line)
    {
        number = line.number;
        const auto text = trimmed (line.text);
        const auto command = commandOf (text);

        if (text.empty() || text.starts_with ('#') || text.starts_with ('*') || ! command)
            return {};

        if (command->name == "preamp")
            return readPreamp (command->arguments);

        if (command->name == "filter")
            return readFilter (command->arguments);

        if (command->name == "graphiceq")
            return readGraphic (command->arguments);

        return readOther (*command, text);
    }

    units::Result<ResponseTable> finish() &&;

private:
    units::Result<void> readPreamp (std::string_view arguments)
    {
        const auto words = splitWords (arguments);
        const auto gain = words.empty() ? std::nullopt : settingNumber (words.front());

        if (! gain)
            return problem ("The preamplification is not a number.", "Write it as \"-6.5 dB\".");

        preampDb += *gain;
        return {};
    }

    units::Result<void> readOther (const Command& command, std::string_view text)
    {
        // What REW and Equalizer APO write around the filters, with no effect on level.
        constexpr std::array<std::string_view, 5> harmless {
            "dated", "notes", "equaliser", "equalizer", "device"
        };

        if (std::find (harmless.begin(), harmless.end(), command.name) != harmless.end())
            return {};

        if (command.name == "channel" && lowerCase (command.arguments) == "all")
            return {};

        return problem ("The command " + quoted (text) + " is not understood here.",
                        "Keep only Preamp, Filter and GraphicEQ lines, for one channel.");
    }

    units::Result<void> readFilter (std::string_view arguments)
    {
        const auto words = splitWords (arguments);
        const auto state = words.empty() ? "" : lowerCase (words.front());

        if (state != "on" && state != "off")
            return problem ("The filter is neither ON nor OFF.", "Write \"Filter 1: ON PK Fc …\".");

        if (words.size() < 2 || state == "off" || lowerCase (words[1]) == "none")
        {
            ++numPassedOver;
            return {};
        }

        auto filter = parseFilter ({ words.begin() + 1, words.end() }, place());

        if (! filter)
            return filter.problem();

        filters.push_back (*filter);
        return {};
    }

    units::Result<void> readGraphic (std::string_view arguments)
    {
        if (! graphicHz.empty())
            return problem ("There is a second GraphicEQ.", "Keep one of them.");

        for (std::size_t end = 0; ! arguments.empty(); arguments.remove_prefix (end))
        {
            end = std::min (arguments.find (';'), arguments.size());
            const auto words = splitWords (arguments.substr (0, end));
            end = std::min (end + 1, arguments.size());

            if (words.empty())
                continue;

            const auto frequency = settingNumber (words.front());
            const auto gain = words.size() == 2 ? settingNumber (words[1]) : std::nullopt;

            if (! frequency || ! gain || *frequency <= 0.0)
                return problem ("Band " + std::to_string (graphicHz.size() + 1)
                                    + " is not a frequency and a gain.",
                                "Write the bands as \"20 -1.5; 21 -1.4; …\".");

            graphicHz.push_back (*frequency);
            graphicDb.push_back (*gain);
        }

        return {};
    }

    std::string place() const { return where + ": line " + std::to_string (number); }

    Problem problem (std::string what, std::string cure) const
    {
        return { Problem::Kind::invalidValue, place(), std::move (what), std::move (cure) };
    }

    double filtersDbAt (double frequencyHz) const
    {
        double sum = preampDb;

        for (const auto& filter : filters)
            sum += filter.levelDbAt ({ frequencyHz }, evaluationRate);

        return sum;
    }

    std::string where;
    std::size_t number = 0;
    double preampDb = 0.0;
    std::vector<CookbookFilter> filters;
    std::vector<double> graphicHz;
    std::vector<double> graphicDb;
    std::size_t numPassedOver = 0;
};

units::Result<ResponseTable> Reader::finish() &&
{
    const bool isGraphic = ! graphicHz.empty();

    if (! isGraphic && filters.empty())
        return Problem { Problem::Kind::invalidValue,
                         where,
                         "No filter in this setting is on.",
                         "Switch on at least one filter." };

    if (isGraphic && ! filters.empty())
        return Problem { Problem::Kind::unsupported,
                         where,
                         "A GraphicEQ and parametric filters stand in one file.",
                         "Keep one kind of them." };

    std::vector<double> points = isGraphic ? graphicHz
                                           : std::vector<double> (dsp::libraryGridHz().begin(),
                                                                  dsp::libraryGridHz().end());
    std::vector<double> levels;

    for (std::size_t i = 0; i < points.size(); ++i)
        levels.push_back (isGraphic ? graphicDb[i] + preampDb : filtersDbAt (points[i]));

    auto response = dsp::FrequencyResponse::fromPoints (std::move (points), std::move (levels));

    if (! response)
    {
        auto trouble = response.problem();
        trouble.where = where;
        return trouble;
    }

    ResponseTable table {
        isGraphic ? ResponseTable::Format::graphicEq : ResponseTable::Format::parametricEq, {}, {}
    };
    table.columns.push_back ({ "correction", *std::move (response) });
    table.notes.emplace_back ("This is an equaliser setting: it corrects a device, it is not one.");

    if (! isGraphic)
        table.notes.push_back (std::to_string (filters.size())
                               + " filters were evaluated as at 48 kHz.");

    if (numPassedOver > 0)
        table.notes.push_back (std::to_string (numPassedOver)
                               + " filters are switched off and were passed over.");

    return table;
}

} // namespace

bool isEqualizerSetting (const std::vector<TextLine>& lines)
{
    return std::any_of (lines.begin(), lines.end(), [] (const TextLine& line) {
        const auto command = commandOf (trimmed (line.text));

        if (! command)
            return false;

        const auto words = splitWords (command->arguments);
        const auto first = words.empty() ? "" : lowerCase (words.front());
        return command->name == "graphiceq"
               || (command->name == "filter" && (first == "on" || first == "off"));
    });
}

units::Result<ResponseTable> parseEqualizerSetting (const std::vector<TextLine>& lines,
                                                    const std::string& where)
{
    Reader reader (where);

    for (const auto& line : lines)
        if (auto read = reader.read (line); ! read)
            return read.problem();

    return std::move (reader).finish();
}

} // namespace files
