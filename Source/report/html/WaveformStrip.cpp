// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Sentences.h"
#include "report/SvgText.h"
#include "report/Words.h"
#include "report/html/Markup.h"
#include "report/html/MasterPage.h"

#include <algorithm>
#include <cmath>

namespace report
{

namespace
{

std::string percent (double share)
{
    return svgNumber (100.0 * std::clamp (share, 0.0, 1.0)) + "%";
}

/** Down the highest values and back along the lowest. */
std::string outline (const std::vector<monitoring::WaveformColumn>& waveform)
{
    const auto y = [] (float value) {
        return svgNumber (50.0 - 50.0 * std::clamp (static_cast<double> (value), -1.0, 1.0));
    };
    std::string path = "M0,50";

    for (std::size_t i = 0; i < waveform.size(); ++i)
        path += "L" + std::to_string (i) + "," + y (waveform[i].highest);

    for (std::size_t i = waveform.size(); i-- > 0;)
        path += "L" + std::to_string (i) + "," + y (waveform[i].lowest);

    return path + "Z";
}

std::string waveformSvg (const std::vector<monitoring::WaveformColumn>& waveform)
{
    if (waveform.size() < 2)
        return {};

    return "<svg class=\"wave\" viewBox=\"0 0 " + std::to_string (waveform.size() - 1)
           + " 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Waveform\"><path d=\""
           + outline (waveform) + "\"/></svg>\n";
}

std::string clock (double seconds)
{
    constexpr double mostTicks = 6.0;
    double step = 5.0;

    for (const double candidate :
         { 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0 })
        if (seconds / (step = candidate) <= mostTicks)
            break;

    std::string ticks;

    for (double time = 0.0; time < seconds - 0.3 * step; time += step)
        ticks += element (
            "span", "style=\"left:" + percent (time / seconds) + "\"", clockTime (time));

    return element ("div", "class=\"clock\" aria-hidden=\"true\"", ticks);
}

std::string lane (const MasterPage& page, std::size_t problem)
{
    const auto& merged = page.problems[problem];
    const double seconds = page.report().seconds;
    std::string marks;

    for (const auto& range : merged.ranges)
        marks += element ("i",
                          "style=\"left:" + percent (range.start / seconds)
                              + ";width:" + percent (range.length() / seconds) + "\"",
                          "");

    const auto label = classed ("span", "number", std::to_string (problem + 1))
                       + escaped (ruleHeading (merged.rule))
                       + classed (
                           "span", "when", escapedSentence (timesOf (merged.ranges, seconds)));

    return element ("li",
                    "class=\"" + std::string { severityId (merged.severity) } + "\"",
                    element ("a", "href=\"#" + page.idOf (problem) + "\"", label)
                        + element ("div", "class=\"lane\" aria-hidden=\"true\"", marks));
}

} // namespace

std::string waveformStrip (const MasterPage& page)
{
    std::string lanes;

    for (std::size_t i = 0; i < page.problems.size(); ++i)
        if (! page.problems[i].ranges.empty())
            lanes += lane (page, i);

    const auto wave = waveformSvg (page.exhibits.waveform);

    if ((lanes.empty() && wave.empty()) || page.report().seconds <= 0.0)
        return {};

    return classed ("section",
                    "when-section",
                    element ("h2", "", "When")
                        + classed ("div",
                                   "strip",
                                   wave + clock (page.report().seconds)
                                       + (lanes.empty() ? "" : classed ("ol", "lanes", lanes))));
}

} // namespace report
