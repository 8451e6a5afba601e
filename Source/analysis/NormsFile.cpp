// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/NormsFile.h"

#include "files/Json.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

using files::Json;
using units::Problem;

// Every five per cent: what any rule asks for.
constexpr std::size_t numPercentiles = 21;
constexpr int digits = 4;

double rounded (double value)
{
    if (value == 0.0)
        return 0.0;

    const double step = std::pow (10.0, std::floor (std::log10 (std::abs (value))) - digits + 1.0);

    // A quotient of whole numbers has the shortest decimals.
    return step < 1.0 ? std::round (value / step) / std::round (1.0 / step)
                      : std::round (value / step) * step;
}

Json::Array
listOf (const ReferenceNorms& norms, const std::string& column, const std::string& measure)
{
    const auto all = norms.values (column, measure);
    const auto count = std::min (all.size(), numPercentiles);
    Json::Array list;

    for (std::size_t i = 0; i < count; ++i)
        list.emplace_back (
            rounded (count < all.size() ? *norms.percentile (
                         column, measure, static_cast<double> (i) / (numPercentiles - 1.0))
                                        : all[i]));

    return list;
}

Problem wrong (const std::filesystem::path& file, std::string what)
{
    return { Problem::Kind::invalidValue,
             file.string(),
             std::move (what),
             "Make the file with \"elsewhere norms\"." };
}

/** The numbers of one list; empty when it is none. */
std::vector<double> numbersOf (const Json& list)
{
    std::vector<double> numbers;

    if (const auto* entries = list.asArray())
        for (const auto& entry : *entries)
            if (const auto* number = entry.asNumber())
                numbers.push_back (*number);

    return numbers;
}

units::Result<void>
readColumn (const Json::Member& column, const std::filesystem::path& file, ReferenceNorms& norms)
{
    const auto* measures = column.second.asObject();

    if (measures == nullptr)
        return wrong (file, "\"" + column.first + "\" is no object of measures.");

    for (const auto& [name, list] : *measures)
    {
        auto numbers = numbersOf (list);

        if (numbers.empty() || numbers.size() != list.asArray()->size())
            return wrong (file,
                          "\"" + name + "\" of \"" + column.first + "\" is no list of numbers.");

        norms.add (column.first, name, std::move (numbers));
    }

    return {};
}

} // namespace

ReferenceNorms buildNorms (std::span<const TranslationReport> reports)
{
    std::vector<ReferenceNorms::Master> masters;

    for (const auto& report : reports)
    {
        auto& master = masters.emplace_back();
        master.sha256 = report.sha256;

        for (const auto& [name, value] : report.measures)
            master.values.push_back ({ "*", name, value });

        for (const auto& column : report.columns)
            for (const auto& [name, value] : column.measures)
            {
                master.values.push_back ({ column.id, name, value });

                if (column.noise.empty())
                    master.values.push_back ({ column.kind + "/*", name, value });
            }
    }

    return ReferenceNorms::ofMasters (std::move (masters));
}

std::string writeNorms (const ReferenceNorms& norms)
{
    Json::Object columns;

    for (const auto& column : norms.columnIds())
    {
        Json::Object measures;

        for (const auto& measure : norms.measuresOf (column))
            measures.emplace_back (measure, listOf (norms, column, measure));

        columns.emplace_back (column, std::move (measures));
    }

    return files::writeJson (
        Json::Object { { "schema", 1 },
                       { "origin", norms.origin },
                       { "numMasters", static_cast<double> (norms.numMasters) },
                       { "columns", std::move (columns) } });
}

units::Result<ReferenceNorms> readNorms (const std::filesystem::path& file)
{
    const auto json = files::readJson (file);

    if (! json)
        return json.problem();

    const auto* schema = json->find ("schema");
    const auto* columns = json->find ("columns");

    if (schema == nullptr || schema->asNumber() == nullptr || *schema->asNumber() != 1.0)
        return wrong (file, "This is no file of norms of schema 1.");

    if (columns == nullptr || columns->asObject() == nullptr)
        return wrong (file, "There are no columns.");

    ReferenceNorms norms;

    if (const auto* origin = json->find ("origin");
        origin != nullptr && origin->asString() != nullptr)
        norms.origin = *origin->asString();

    if (const auto* count = json->find ("numMasters");
        count != nullptr && count->asNumber() != nullptr && *count->asNumber() >= 0.0)
        norms.numMasters = static_cast<std::size_t> (*count->asNumber());

    for (const auto& column : *columns->asObject())
        if (auto read = readColumn (column, file, norms); ! read)
            return read.problem();

    return norms;
}

} // namespace analysis
