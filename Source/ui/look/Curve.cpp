// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Curve.h"

#include "report/CurvePath.h"
#include "ui/look/Lettering.h"
#include "ui/look/Words.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

namespace
{

constexpr int levelLabelWidth = 36;
constexpr int frequencyLabelHeight = 20;

report::PlotArea sizeOf (juce::Rectangle<float> area)
{
    return { static_cast<double> (area.getWidth()), static_cast<double> (area.getHeight()) };
}

juce::Path pathOf (const std::string& svg) { return juce::Drawable::parseSVGPath (words (svg)); }

void drawStretch (juce::Graphics& graphics,
                  const juce::Path& path,
                  report::Trust trust,
                  const CurvePen& pen)
{
    const juce::PathStrokeType stroke { pen.width,
                                        juce::PathStrokeType::curved,
                                        juce::PathStrokeType::rounded };
    graphics.setColour (
        pen.colour.withMultipliedAlpha (trust == report::Trust::outside ? 0.4f : 1.0f));

    if (trust != report::Trust::modelled)
    {
        graphics.strokePath (path, stroke);
        return;
    }

    constexpr float dashes[] { 6.0f, 5.0f };
    juce::Path dashed;
    stroke.createDashedStroke (dashed, path, dashes, 2);
    graphics.fillPath (dashed);
}

void drawGrid (juce::Graphics& graphics,
               juce::Rectangle<int> plot,
               const report::LevelAxis& levels,
               const Palette& colours)
{
    const report::FrequencyAxis frequencies { sizeOf (plot.toFloat()) };
    const auto letters = font (TextSize::small);

    for (const auto& line : report::FrequencyAxis::gridLines())
    {
        const auto x = plot.getX() + static_cast<int> (frequencies.xOf (line.value));
        graphics.setColour (colours.line.withMultipliedAlpha (line.label.empty() ? 0.5f : 1.0f));
        graphics.fillRect (x, plot.getY(), 1, plot.getHeight());
        graphics.setColour (colours.quietInk);

        // The last one would stick out.
        if (line.value < report::highestPlottedHz && ! line.label.empty())
            write (graphics,
                   words (line.label),
                   { x - 24, plot.getBottom() + 2, 48, frequencyLabelHeight },
                   letters,
                   juce::Justification::centredTop);
    }

    for (const auto& line : levels.gridLines())
    {
        if (line.label.empty())
            continue;

        // The lowest number would meet the first frequency.
        const auto isLowest = line.value <= levels.bottomDb();

        const auto y = plot.getY() + static_cast<int> (levels.yOf (line.value));
        graphics.setColour (line.value == 0.0 ? colours.edge : colours.line);
        graphics.fillRect (plot.getX(), y, plot.getWidth(), 1);
        graphics.setColour (colours.quietInk);

        if (! isLowest)
            write (graphics,
                   signedDecimal (line.value).upToFirstOccurrenceOf (".", false, false),
                   { plot.getX() - levelLabelWidth, y - 10, levelLabelWidth - 6, 20 },
                   letters,
                   juce::Justification::centredRight);
    }
}

} // namespace

void drawSmallCurve (juce::Graphics& graphics,
                     const report::PlottedResponse& response,
                     juce::Rectangle<float> area,
                     juce::Colour colour)
{
    const report::FrequencyAxis frequencies { sizeOf (area) };
    const report::LevelAxis levels { sizeOf (area), { &response, 1 } };

    juce::Graphics::ScopedSaveState saved { graphics };
    graphics.reduceClipRegion (area.toNearestInt());
    graphics.addTransform (juce::AffineTransform::translation (area.getPosition()));

    for (const auto& stretch : report::stretchesOf (response))
        drawStretch (graphics,
                     pathOf (report::curvePath (response, stretch.band, frequencies, levels)),
                     stretch.trust,
                     { colour, 1.6f });
}

juce::Rectangle<int> plotAreaIn (juce::Rectangle<int> area)
{
    return area.withTrimmedLeft (levelLabelWidth)
        .withTrimmedBottom (frequencyLabelHeight + 2)
        .withTrimmedTop (10);
}

void drawResponses (juce::Graphics& graphics,
                    const std::vector<report::PlottedResponse>& responses,
                    const std::vector<CurvePen>& pens,
                    juce::Rectangle<int> area,
                    const Palette& colours)
{
    const auto plot = plotAreaIn (area);
    const report::FrequencyAxis frequencies { sizeOf (plot.toFloat()) };
    const report::LevelAxis levels { sizeOf (plot.toFloat()), responses };
    drawGrid (graphics, plot, levels, colours);

    juce::Graphics::ScopedSaveState saved { graphics };
    graphics.reduceClipRegion (plot);
    graphics.addTransform (juce::AffineTransform::translation (plot.toFloat().getPosition()));

    for (std::size_t curve = 0; curve < responses.size(); ++curve)
    {
        const auto& response = responses[curve];
        graphics.setColour (pens[curve].colour.withMultipliedAlpha (0.16f));

        for (const auto& outline : report::bandOutlines (response, frequencies, levels))
            graphics.fillPath (pathOf (outline));

        for (const auto& stretch : report::stretchesOf (response))
            drawStretch (graphics,
                         pathOf (report::curvePath (response, stretch.band, frequencies, levels)),
                         stretch.trust,
                         pens[curve]);
    }
}

} // namespace ui
