// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace analysis
{

/** Fewer masters say nothing of what one in twenty has: with them the rules compare with nothing. */
inline constexpr std::size_t leastMastersOfNorms = 5;

/** What released masters do on a device: the values of named measures over a corpus, each list in ascending
    order. A device's own colour is in all of them, so it is never the master's fault.
*/
class ReferenceNorms
{
public:
    /** What one master has of a measure on a column. */
    struct Value
    {
        std::string column;
        std::string measure;
        double value = 0.0;
    };

    struct Master
    {
        std::string sha256; ///< of its file
        std::vector<Value> values;
    };

    static ReferenceNorms ofMasters (std::vector<Master> masters);

    /** A master among them is not compared with itself: the norms of the others. Nothing where it is not
        one of them, or where that is not known any more: of norms that were read from a file. */
    std::optional<ReferenceNorms> without (std::string_view sha256) const;

    /** Of a measure on a column ("*": of the master itself), over the corpus; empty where it is not known. */
    std::span<const double> values (std::string_view column, std::string_view measure) const;

    /** The share of the corpus that has less than this, 0 … 1. */
    std::optional<double>
    shareBelow (std::string_view column, std::string_view measure, double value) const;

    /** The value that this share of the corpus does not reach. */
    std::optional<double>
    percentile (std::string_view column, std::string_view measure, double share) const;

    void add (const std::string& column, const std::string& measure, std::vector<double> values);

    std::vector<std::string> columnIds() const;
    std::vector<std::string> measuresOf (std::string_view column) const;

    bool isEmpty() const { return columns.empty(); }

    /** "66 tracks of 12 soundtracks of free games", and whether they are the user's own references. */
    std::string origin;
    std::size_t numMasters = 0;
    bool areTheUsersOwn = false;

private:
    using Measures = std::map<std::string, std::vector<double>, std::less<>>;
    std::map<std::string, Measures, std::less<>> columns;
    std::vector<Master> masters; ///< empty where only the lists are known
};

} // namespace analysis
