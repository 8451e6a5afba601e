// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/ReportStyle.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <regex>
#include <string>

namespace report
{

namespace
{

using Palette = std::map<std::string, double>;

/** Relative luminance, WCAG 2.2. */
double luminance (const std::string& hex)
{
    double sum = 0.0;
    constexpr double weights[] { 0.2126, 0.7152, 0.0722 };

    for (std::size_t i = 0; i < 3; ++i)
    {
        const double c = std::stoi (hex.substr (2 * i, 2), nullptr, 16) / 255.0;
        sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow ((c + 0.055) / 1.055, 2.4));
    }

    return sum;
}

/** Light, dark and paper, in the order of the sheet. */
std::vector<Palette> palettes()
{
    const std::string sheet { reportStyle() };
    const std::regex colour { "--([a-z]+): #([0-9a-f]{6})" };
    std::vector<Palette> found;

    for (std::sregex_iterator each (sheet.begin(), sheet.end(), colour), end; each != end; ++each)
    {
        if ((*each)[1] == "page")
            found.emplace_back();

        found.back()[(*each)[1]] = luminance ((*each)[2]);
    }

    return found;
}

double contrast (double one, double other)
{
    return (std::max (one, other) + 0.05) / (std::min (one, other) + 0.05);
}

} // namespace

TEST (ReportStyle, keepsTextLegible)
{
    const auto all = palettes();
    ASSERT_EQ (all.size(), 3u);

    for (const auto& palette : all)
        for (const auto& [text, ground] :
             std::multimap<std::string, std::string> { { "ink", "page" },
                                                       { "ink", "card" },
                                                       { "soft", "page" },
                                                       { "soft", "card" },
                                                       { "link", "page" },
                                                       { "link", "card" },
                                                       { "page", "ink" },
                                                       { "fail", "failback" },
                                                       { "warn", "warnback" },
                                                       { "note", "noteback" } })
            EXPECT_GE (contrast (palette.at (text), palette.at (ground)), 4.5)
                << text << " on " << ground;
}

TEST (ReportStyle, keepsCurvesAndSignsVisible)
{
    for (const auto& palette : palettes())
        for (const auto* drawn :
             { "device", "neutral", "threshold", "fail", "warn", "note", "pass" })
            EXPECT_GE (contrast (palette.at (drawn), palette.at ("card")), 3.0) << drawn;
}

} // namespace report
