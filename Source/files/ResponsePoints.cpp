// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/ResponsePoints.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace files
{

using units::Problem;

namespace
{

using Point = ResponsePoint;

Problem invalid (const std::string& where, std::string what, std::string cure)
{
    return { Problem::Kind::invalidValue, where, std::move (what), std::move (cure) };
}

/** One column, cleaned step by step; each step that changes something leaves a note. */
class ColumnCleaner
{
public:
    ColumnCleaner (std::vector<Point> raw,
                   const ColumnPlace& columnPlace,
                   std::vector<std::string>& remarks)
        : points (std::move (raw)),
          place (columnPlace),
          notes (remarks)
    {}

    units::Result<std::optional<dsp::FrequencyResponse>> clean()
    {
        sort();
        trimEnds();

        if (points.empty())
        {
            note ("has no numbers in it and was left out.");
            return std::optional<dsp::FrequencyResponse> {};
        }

        if (auto complete = refuseMissingLevels(); ! complete)
            return complete.problem();

        averageDuplicates();

        if (auto dense = refuseHoles(); ! dense)
            return dense.problem();

        return build();
    }

private:
    void sort()
    {
        const auto isLower = [] (const Point& a, const Point& b) {
            return a.frequencyHz < b.frequencyHz;
        };
        const auto isHigher = [] (const Point& a, const Point& b) {
            return a.frequencyHz > b.frequencyHz;
        };

        if (std::is_sorted (points.begin(), points.end(), isLower))
            return;

        note (std::is_sorted (points.begin(), points.end(), isHigher)
                  ? "runs from high to low and was turned round."
                  : "is out of order and was sorted by frequency.");
        std::stable_sort (points.begin(), points.end(), isLower);
    }

    void trimEnds()
    {
        const auto hasLevel = [] (const Point& point) { return ! std::isnan (point.levelDb); };
        const auto before = points.size();
        points.erase (points.begin(), std::find_if (points.begin(), points.end(), hasLevel));
        points.erase (std::find_if (points.rbegin(), points.rend(), hasLevel).base(), points.end());

        if (const auto dropped = before - points.size(); dropped > 0 && ! points.empty())
            note ("has no number in " + std::to_string (dropped)
                  + " rows at its ends, which were dropped.");
    }

    units::Result<void> refuseMissingLevels() const
    {
        constexpr double largestDb = 400.0; // 1e20 in amplitude: no instrument, but some mistakes

        for (const auto& point : points)
        {
            if (! std::isfinite (point.levelDb))
                return problem (point,
                                "There is no level at " + oneDecimal (point.frequencyHz)
                                    + " Hz, in the middle of the response.",
                                "Measure that point again, or delete the line if its neighbours "
                                "are close.");

            if (std::abs (point.levelDb) > largestDb)
                return problem (point,
                                "A level of " + oneDecimal (point.levelDb) + " dB at "
                                    + oneDecimal (point.frequencyHz)
                                    + " Hz is beyond all measuring.",
                                "Check which column holds the levels in dB.");
        }

        return {};
    }

    void averageDuplicates()
    {
        std::vector<Point> unique;
        double widest = 0.0;

        for (std::size_t i = 0; i < points.size();)
        {
            auto end = i;
            double sum = 0.0;
            double low = points[i].levelDb;
            double high = low;

            for (; end < points.size() && points[end].frequencyHz == points[i].frequencyHz; ++end)
            {
                sum += points[end].levelDb;
                low = std::min (low, points[end].levelDb);
                high = std::max (high, points[end].levelDb);
            }

            unique.push_back (
                { points[i].frequencyHz, sum / static_cast<double> (end - i), points[i].line });
            widest = std::max (widest, high - low);
            i = end;
        }

        if (const auto merged = points.size() - unique.size(); merged > 0)
            note ("has " + std::to_string (merged)
                  + " points at a frequency that was there already; they were averaged (they "
                    "differ by at most "
                  + oneDecimal (widest) + " dB).");

        points = std::move (unique);
    }

    units::Result<void> refuseHoles() const
    {
        // One octave, and the rounding of nominal octave frequencies (16 to 31.5 and 31.5 to 63 Hz).
        constexpr double widestRatio = 2.02;

        for (std::size_t i = 1; i < points.size(); ++i)
            if (points[i].frequencyHz > widestRatio * points[i - 1].frequencyHz)
                return problem (points[i],
                                "There is a hole of more than an octave between "
                                    + oneDecimal (points[i - 1].frequencyHz) + " and "
                                    + oneDecimal (points[i].frequencyHz) + " Hz.",
                                "Export it with more points, or without the lonely ones.");

        return {};
    }

    units::Result<std::optional<dsp::FrequencyResponse>> build() const
    {
        if (points.size() < 2)
            return problem (points.front(),
                            "There is only one point; a response needs at least two.",
                            "Export the whole curve.");

        std::vector<double> frequencies;
        std::vector<double> levels;

        for (const auto& point : points)
        {
            frequencies.push_back (point.frequencyHz);
            levels.push_back (point.levelDb);
        }

        auto response = dsp::FrequencyResponse::fromPoints (std::move (frequencies),
                                                            std::move (levels));

        if (! response)
            return invalid (place.where, response.problem().what, response.problem().cure);

        return std::optional { *std::move (response) };
    }

    Problem problem (const Point& point, std::string what, std::string cure) const
    {
        return invalid (place.where + ": line " + std::to_string (point.line),
                        std::move (what),
                        std::move (cure));
    }

    void note (const std::string& text) const
    {
        notes.push_back ('"' + place.column + "\" " + text);
    }

    std::vector<Point> points;
    const ColumnPlace& place;
    std::vector<std::string>& notes;
};

} // namespace

units::Result<std::optional<dsp::FrequencyResponse>>
responseFromPoints (std::vector<ResponsePoint> points,
                    const ColumnPlace& place,
                    std::vector<std::string>& notes)
{
    return ColumnCleaner (std::move (points), place, notes).clean();
}

std::string oneDecimal (double value)
{
    std::array<char, 400> digits {}; // room for the largest double
    std::snprintf (digits.data(), digits.size(), "%.1f", value);
    return digits.data();
}

} // namespace files
