// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/FindingPlotSvg.h"

#include "report/SvgText.h"
#include "report/html/Markup.h"
#include "report/html/PlotScale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace report
{

namespace
{

using analysis::FindingPlot;
using analysis::PlotSeries;

// Narrow, so that its letters can be read where the page is as wide as a phone.
constexpr double pageWidth = 420.0;
constexpr double pageHeight = 250.0;
constexpr double left = 44.0;
constexpr double top = 22.0;
constexpr double width = pageWidth - left - 12.0;
constexpr double height = pageHeight - top - 40.0;

/** More would not be seen. */
constexpr std::size_t mostPoints = 500;

std::string roleClass (PlotSeries::Role role)
{
    constexpr std::array names { "neutral", "device", "threshold", "noise" };
    return names[static_cast<std::size_t> (role)];
}

std::string text (double x, double y, const std::string& anchor, const std::string& words)
{
    return svgText (x, y, "text-anchor=\"" + anchor + "\"", words);
}

struct Point
{
    double x;
    double y;
};

/** The series thinned by means of neighbours, which is what the eye does. */
std::vector<Point> pointsOf (const PlotSeries& series)
{
    const auto count = std::min (series.x.size(), series.y.size());
    const auto stride = std::max<std::size_t> (1, (count + mostPoints - 1) / mostPoints);
    std::vector<Point> points;

    for (std::size_t i = 0; i < count; i += stride)
    {
        const auto end = std::min (count, i + stride);
        Point sum { 0.0, 0.0 };

        for (std::size_t k = i; k < end; ++k)
            sum = { sum.x + series.x[k], sum.y + series.y[k] };

        const auto share = static_cast<double> (end - i);
        points.push_back ({ sum.x / share, sum.y / share });
    }

    return points;
}

class Drawing
{
public:
    explicit Drawing (const analysis::Finding& shown)
        : finding (shown),
          plot (*shown.plot),
          across (PlotScale::horizontal (plot)),
          upwards (PlotScale::vertical (plot))
    {}

    std::string svg() const
    {
        return "<svg viewBox=\"0 0 420 250\" role=\"img\" aria-label=\"" + escaped (plot.title)
               + "\">\n" + grid() + "<svg x=\"" + svgNumber (left) + "\" y=\"" + svgNumber (top)
               + "\" width=\"" + svgNumber (width) + "\" height=\"" + svgNumber (height) + "\">\n"
               + shades() + curves() + "</svg>\n</svg>\n";
    }

private:
    double xOf (double value) const { return width * across.placeOf (value); }
    double yOf (double value) const { return height * (1.0 - upwards.placeOf (value)); }

    std::string grid() const
    {
        std::string lines;
        std::string words;

        for (const auto& tick : upwards.ticks())
        {
            const double y = top + yOf (tick.value);
            lines += "M" + svgNumber (left) + "," + svgNumber (y) + "h" + svgNumber (width);
            words += text (left - 6.0, y + 4.5, "end", tick.label);
        }

        for (const auto& tick : across.ticks())
        {
            const double x = left + xOf (tick.value);
            words += text (x, top + height + 17.0, "middle", tick.label);

            if (plot.over != FindingPlot::Over::ordinal)
                lines += "M" + svgNumber (x) + "," + svgNumber (top) + "v" + svgNumber (height);
        }

        const auto unit = plot.yUnit.empty() || plot.yName.empty() ? plot.yUnit : ", " + plot.yUnit;
        return "<path class=\"grid\" d=\"" + lines + "\"/>\n" + words
               + text (left, 13.0, "start", plot.yName + unit)
               + text (left + width, pageHeight - 5.0, "end", xName());
    }

    std::string xName() const
    {
        if (! plot.xName.empty())
            return plot.xName;

        return plot.over == FindingPlot::Over::hertz     ? "frequency, Hz"
               : plot.over == FindingPlot::Over::seconds ? "time"
                                                         : "";
    }

    std::string shade (double from, double to) const
    {
        const double x = std::clamp (xOf (from), 0.0, width);
        const double end = std::clamp (xOf (to), 0.0, width);
        return "<rect class=\"place\" x=\"" + svgNumber (x) + "\" y=\"0\" width=\""
               + svgNumber (std::max (end - x, 2.0)) + "\" height=\"" + svgNumber (height)
               + "\"/>\n";
    }

    std::string shades() const
    {
        std::string all;

        if (plot.over == FindingPlot::Over::hertz && finding.band)
            all += shade (finding.band->lowHz, finding.band->highHz);

        if (plot.over == FindingPlot::Over::seconds)
            for (const auto& range : finding.ranges)
                all += shade (range.start, range.end);

        return all;
    }

    /** What covers lies behind, what is to be seen in front. */
    std::string curves() const
    {
        std::string all;

        for (const auto role : { PlotSeries::Role::noise,
                                 PlotSeries::Role::neutral,
                                 PlotSeries::Role::threshold,
                                 PlotSeries::Role::device })
            for (const auto& series : plot.series)
                if (series.role == role)
                    all += plot.over == FindingPlot::Over::ordinal ? bars (series) : curve (series);

        return all;
    }

    std::string curve (const PlotSeries& series) const
    {
        const bool isArea = series.role == PlotSeries::Role::noise;
        const auto points = pointsOf (series);
        std::string path;
        const Point* previous = nullptr;

        const auto close = [&] {
            if (isArea && previous != nullptr)
                path += "V" + svgNumber (height) + "Z";

            previous = nullptr;
        };

        for (const auto& point : points)
        {
            if (! std::isfinite (point.x) || ! std::isfinite (point.y))
            {
                close();
                continue;
            }

            const auto x = svgNumber (xOf (point.x));
            const auto y = svgNumber (std::clamp (yOf (point.y), -height, 2.0 * height));

            if (previous != nullptr)
                path.append ("L").append (x).append (",");
            else if (isArea)
                path.append ("M").append (x).append (",").append (svgNumber (height)).append ("V");
            else
                path.append ("M").append (x).append (",");

            path += y;
            previous = &point;
        }

        close();
        return "<path class=\"curve " + roleClass (series.role) + "\" d=\"" + path + "\"/>\n";
    }

    /** Neutral and the device side by side, the threshold across both. */
    std::string bars (const PlotSeries& series) const
    {
        const double step = width / (across.high() - across.low());
        const bool isLeft = series.role == PlotSeries::Role::neutral;
        const bool isRight = series.role == PlotSeries::Role::device;
        const double from = isRight ? 0.02 : -0.36;
        const double wide = isLeft || isRight ? 0.34 : 0.72;
        std::string all;

        for (const auto& [x, y] : pointsOf (series))
        {
            if (! std::isfinite (x) || ! std::isfinite (y))
                continue;

            const double start = xOf (x) + from * step;
            const double level = std::clamp (yOf (y), 0.0, height);
            const auto end = series.role == PlotSeries::Role::threshold
                                 ? ""
                                 : "V" + svgNumber (height) + "H" + svgNumber (start) + "Z";
            all += "M" + svgNumber (start) + "," + svgNumber (level) + "h" + svgNumber (wide * step)
                   + end;
        }

        return "<path class=\"bar " + roleClass (series.role) + "\" d=\"" + all + "\"/>\n";
    }

    const analysis::Finding& finding;
    const FindingPlot& plot;
    PlotScale across;
    PlotScale upwards;
};

std::string legendOf (const FindingPlot& plot)
{
    const bool hasBars = plot.over == FindingPlot::Over::ordinal;
    std::string items;

    for (const auto& series : plot.series)
    {
        const bool isArea = series.role == PlotSeries::Role::noise
                            || (hasBars && series.role != PlotSeries::Role::threshold);
        const std::string shape = isArea ? "M2,2h26v10h-26Z" : "M1,7h28";
        items += "<li><svg viewBox=\"0 0 30 14\" aria-hidden=\"true\"><path class=\""
                 + std::string (hasBars ? "bar " : "curve ") + roleClass (series.role) + "\" d=\""
                 + shape + "\"/></svg>" + escaped (series.name) + "</li>";
    }

    return classed ("ul", "legend", items);
}

} // namespace

std::string findingPlot (const analysis::Finding& finding)
{
    if (! finding.plot || finding.plot->series.empty())
        return {};

    return classed ("figure",
                    "plot",
                    element ("figcaption", "", escaped (finding.plot->title))
                        + Drawing { finding }.svg() + legendOf (*finding.plot));
}

} // namespace report
