// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/PortableSound.h"
#include "report/Sentences.h"
#include "report/SvgText.h"
#include "report/Words.h"
#include "report/html/FindingPlotSvg.h"
#include "report/html/Markup.h"
#include "report/html/MasterPage.h"

#include <algorithm>
#include <cmath>

namespace report
{

namespace
{

/** So that the excerpt neither clicks nor clips; one gain for all of a problem keeps them comparable. */
constexpr float ceiling = 0.97f;
constexpr double fadeSeconds = 0.01;

std::vector<const Excerpt*> excerptsOf (const MasterPage& page, std::size_t problem)
{
    std::vector<const Excerpt*> excerpts;

    for (const auto& excerpt : page.exhibits.excerpts)
        if (excerpt.place.problem == problem)
            excerpts.push_back (&excerpt);

    return excerpts;
}

float gainFor (const std::vector<const Excerpt*>& excerpts)
{
    float peak = 0.0f;

    for (const auto* excerpt : excerpts)
        for (std::size_t c = 0; c < excerpt->stereo.numChannels(); ++c)
            for (const float sample : excerpt->stereo.channel (c))
                peak = std::max (peak, std::abs (sample));

    return peak > ceiling ? ceiling / peak : 1.0f;
}

dsp::AudioBuffer faded (const Excerpt& excerpt, float gain)
{
    const auto& from = excerpt.stereo;
    dsp::AudioBuffer sound { from.numChannels(), from.numFrames() };
    const double fade = std::max (1.0, fadeSeconds * excerpt.rate.hertz);

    for (std::size_t c = 0; c < from.numChannels(); ++c)
        for (std::size_t i = 0; i < from.numFrames(); ++i)
        {
            const auto edge = static_cast<double> (std::min (i, from.numFrames() - 1 - i));
            sound.channel (c)[i] = gain * static_cast<float> (std::min (1.0, edge / fade))
                                   * from.channel (c)[i];
        }

    return sound;
}

std::string nameOf (const std::string& column, const analysis::TranslationReport& report)
{
    if (column.empty())
        return "Neutral";

    const auto found = std::ranges::find (report.columns, column, &analysis::ColumnReport::id);
    return found == report.columns.end() ? column : found->name;
}

std::string player (const Excerpt& excerpt, float gain, const MasterPage& page)
{
    const auto sound = files::portableSound (faded (excerpt, gain).block(), excerpt.rate);
    const auto name = nameOf (excerpt.place.column, page.report());
    const auto time = clockTime (excerpt.place.start);

    return element ("figure",
                    "",
                    element ("figcaption", "", element ("b", "", escaped (name)) + " from " + time)
                        + element ("audio",
                                   "controls preload=\"none\" aria-label=\""
                                       + escaped (name + " from " + time) + "\" src=\"data:"
                                       + sound.mimeType + ";base64," + base64 (sound.bytes) + "\"",
                                   ""));
}

std::string players (const MasterPage& page, std::size_t problem)
{
    const auto excerpts = excerptsOf (page, problem);
    const float gain = gainFor (excerpts);
    std::string all;

    for (const auto* excerpt : excerpts)
        all += player (*excerpt, gain, page);

    return all.empty() ? all : classed ("div", "players", all);
}

std::string remedyOf (const analysis::Finding& finding)
{
    const auto& remedy = finding.remedy;

    if (remedy.sentence.empty())
        return {};

    return classed ("p",
                    "remedy",
                    element ("b", "", remedy.wasTried ? "Tried:" : "To do:") + " "
                        + escapedSentence (remedy.sentence));
}

std::string bandWords (const analysis::Finding& finding)
{
    return finding.band ? svgNumber (std::round (finding.band->lowHz)) + "–"
                              + svgNumber (std::round (finding.band->highHz)) + " Hz. "
                        : std::string {};
}

/** Where a problem is on several devices: what was measured on each. */
std::string devicesOf (const MasterPage& page, const analysis::MergedFinding& problem)
{
    std::string rows;
    std::size_t count = 0;

    for (const auto& finding : page.report().findings)
        if (finding.rule == problem.rule && finding.device != "*" && ! problem.isAboutTheMaster())
        {
            ++count;
            rows += element (
                "tr",
                "",
                element ("th", "scope=\"row\"", escaped (nameOf (finding.device, page.report())))
                    + element ("td", "", escaped (verdictName (verdictOf (finding.severity))))
                    + element ("td", "", escaped (measuredWords (finding.evidence)))
                    + element ("td",
                               "",
                               escapedSentence (timesOf (finding.ranges, page.report().seconds))));
        }

    if (count < 2)
        return {};

    return element ("details",
                    "",
                    element ("summary", "", counted (count, "device"))
                        + classed ("div", "wide", classed ("table", "plain", rows)));
}

} // namespace

std::string problemCard (const MasterPage& page, std::size_t problem)
{
    const auto& merged = page.problems[problem];
    const auto verdict = verdictOf (merged.severity);
    const auto& finding = merged.worst;
    const auto certainty = certaintySentence (finding);

    const auto head = element (
        "h3",
        "",
        classed ("span", "number", std::to_string (problem + 1))
            + escaped (ruleHeading (merged.rule)) + " "
            + classed (
                "span",
                "badge",
                verdictSign (verdict)
                    + element ("span", "aria-hidden=\"true\"", escaped (verdictName (verdict)))));
    const auto words = head
                       + classed ("p", "say", escapedSentence (sentenceOf (merged, page.report())))
                       + (certainty.empty() ? "" : element ("p", "", escaped (certainty)))
                       + players (page, problem) + remedyOf (finding)
                       + classed ("p",
                                  "evidence",
                                  element ("b", "", "How we know:") + " "
                                      + escapedSentence (bandWords (finding)
                                                         + evidenceSentence (finding.evidence)))
                       + devicesOf (page, merged);

    return element ("article",
                    "class=\"card " + std::string { verdictId (verdict) } + "\" id=\""
                        + page.idOf (problem) + "\"",
                    element ("div", "", words) + findingPlot (finding));
}

} // namespace report
