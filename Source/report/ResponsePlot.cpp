// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ResponsePlot.h"

#include "report/CurveBadges.h"
#include "report/CurvePath.h"
#include "report/PlotLegend.h"
#include "report/SvgText.h"

#include <algorithm>

namespace report
{

namespace
{

// The page, in the drawing's own units; it scales to any size.
constexpr double pageWidth = 1000.0;
constexpr double left = 60.0;
constexpr double top = 82.0;
constexpr PlotArea area { pageWidth - left - 28.0, 370.0 };

std::string line (double x1, double y1, double x2, double y2)
{
    return "M" + svgNumber (x1) + "," + svgNumber (y1) + "L" + svgNumber (x2) + ","
           + svgNumber (y2);
}

std::string stroke (const std::string& path, const std::string& style)
{
    return path.empty() ? std::string {} : "<path d=\"" + path + "\" " + style + "/>\n";
}

std::string greyText (const char* anchor)
{
    return "fill=\"" + std::string (greyColour) + "\" font-size=\"12\" text-anchor=\"" + anchor
           + "\"";
}

std::string frequencyGrid (const FrequencyAxis& axis)
{
    std::string strong;
    std::string fine;
    std::string numbers;

    for (const auto& [frequency, label] : FrequencyAxis::gridLines())
    {
        const double x = left + axis.xOf (frequency);
        (label.empty() ? fine : strong) += line (x, top, x, top + area.height);

        if (! label.empty())
            numbers += svgText (x, top + area.height + 19.0, greyText ("middle"), label);
    }

    return stroke (fine, "stroke=\"#eceff2\"") + stroke (strong, "stroke=\"#d5dae0\"") + numbers
           + svgText (left + 0.5 * area.width,
                      top + area.height + 38.0,
                      greyText ("middle"),
                      "frequency in Hz");
}

std::string levelGrid (const LevelAxis& axis)
{
    std::string strong;
    std::string fine;
    std::string zero;
    std::string numbers;

    for (const auto& [level, label] : axis.gridLines())
    {
        const double y = top + axis.yOf (level);
        auto& path = level == 0.0 ? zero : (label.empty() ? fine : strong);
        path += line (left, y, left + area.width, y);

        if (! label.empty())
            numbers += svgText (left - 9.0, y + 4.0, greyText ("end"), label);
    }

    return stroke (fine, "stroke=\"#eceff2\"") + stroke (strong, "stroke=\"#d5dae0\"")
           + stroke (zero, "stroke=\"#8c959f\" stroke-width=\"1.2\"") + numbers
           + svgText (left - 9.0, top - 12.0, greyText ("end"), "dB");
}

std::string trustStyle (Trust trust)
{
    switch (trust)
    {
    case Trust::modelled:
        return " stroke-dasharray=\"7 5\"";
    case Trust::outside:
        return " opacity=\"0.35\"";
    case Trust::usable:
        break;
    }

    return {};
}

std::string curveSvg (const PlottedResponse& response,
                      const char* colour,
                      const LevelAxis& levels,
                      bool isOneOfMany)
{
    const FrequencyAxis frequencies { area };
    const std::string width = isOneOfMany ? "2" : "2.6";
    std::string svg;

    for (const auto& [band, trust] : stretchesOf (response))
        svg += stroke (curvePath (response, band, frequencies, levels),
                       "fill=\"none\" stroke=\"" + std::string (colour) + "\" stroke-width=\""
                           + width + "\" stroke-linejoin=\"round\"" + trustStyle (trust));

    return svg;
}

std::string bandSvg (const PlottedResponse& response,
                     const char* colour,
                     const LevelAxis& levels,
                     std::size_t numCurves)
{
    // Many shades on top of each other would turn to mud.
    const double opacity = numCurves == 1 ? 0.18 : (numCurves <= 3 ? 0.13 : 0.06);
    std::string svg;

    for (const auto& outline : bandOutlines (response, FrequencyAxis { area }, levels))
        svg += stroke (outline,
                       "class=\"band\" stroke=\"none\" fill=\"" + std::string (colour)
                           + "\" fill-opacity=\"" + svgNumber (opacity) + "\"");

    return svg;
}

/** Bands, then curves, then numerals. An inner <svg> clips by itself and needs no id, of which a
    page with two plots would have two.
*/
std::string curvesSvg (const std::vector<PlottedResponse>& responses, const LevelAxis& levels)
{
    std::string bands;
    std::string curves;
    std::string numerals;

    for (std::size_t i = 0; i < responses.size(); ++i)
    {
        bands += bandSvg (responses[i], curveColour (i), levels, responses.size());
        curves += curveSvg (responses[i], curveColour (i), levels, responses.size() > 3);
    }

    const auto badges = badgesFor (responses, area, levels);

    for (std::size_t i = 0; i < badges.size() && responses.size() > 1; ++i)
        numerals += badgeSvg (i, badges[i].x, badges[i].y);

    return "<svg x=\"" + svgNumber (left) + "\" y=\"" + svgNumber (top) + "\" width=\""
           + svgNumber (area.width) + "\" height=\"" + svgNumber (area.height) + "\">\n" + bands
           + curves + numerals + "</svg>\n";
}

std::string headings (const std::vector<PlottedResponse>& responses, const std::string& title)
{
    std::string what = commonQuantity (responses);
    what += what.empty() ? "" : "; ";
    what += "0 dB is the mean from 300 Hz to 1.2 kHz";

    return "<title>" + escapedXml (title) + "</title>\n"
           + svgText (left,
                      36.0,
                      "fill=\"" + std::string (inkColour)
                          + "\" font-size=\"20\" font-weight=\"600\"",
                      shortened (title, 64))
           + svgText (left, 58.0, greyText ("start"), what);
}

std::string page (double height, const std::string& content)
{
    const std::string size = svgNumber (pageWidth) + "\" height=\"" + svgNumber (height);

    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 "
           + svgNumber (pageWidth) + " " + svgNumber (height)
           + "\" role=\"img\" font-family=\"system-ui, -apple-system, 'Segoe UI', 'Noto Sans', "
             "'DejaVu Sans', Arial, sans-serif\">\n<rect width=\""
           + size + "\" rx=\"10\" fill=\"#ffffff\"/>\n" + content + "</svg>\n";
}

} // namespace

std::string responsePlotSvg (const std::vector<PlottedResponse>& responses,
                             const std::string& title)
{
    const LevelAxis levels { area, responses };
    const double legendTop = top + area.height + 52.0;
    const auto below = legend (responses, { left, legendTop, area.width });

    return page (legendTop + below.height + 22.0,
                 headings (responses, title) + frequencyGrid (FrequencyAxis { area })
                     + levelGrid (levels) + curvesSvg (responses, levels) + below.svg);
}

} // namespace report
