// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/ResponsePlot.h"

#include "report/PlotAxes.h"
#include "ui/look/Curve.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int legendHeight = 20;
constexpr int captionHeight = 20;
constexpr float thick = 2.8f;
constexpr float thin = 1.5f;

/** What it is about is thick and in the accent; the others are thin. */
std::vector<CurvePen> pensFor (std::size_t count, const Palette& colours)
{
    std::vector<CurvePen> pens (count, { colours.quietInk, thin });

    if (! pens.empty())
        pens.back() = { colours.accentInk, thick };

    return pens;
}

} // namespace

ResponsePlot::ResponsePlot (const juce::String& title)
{
    setTitle (title);
    setInterceptsMouseClicks (false, false);
}

void ResponsePlot::show (const std::vector<report::PlottedResponse>& responses)
{
    shown = responses;
    repaint();
}

void ResponsePlot::showLimit (std::optional<double> frequencyHz)
{
    limitHz = frequencyHz;
    repaint();
}

void ResponsePlot::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    auto area = getLocalBounds();

    if (shown.size() > 1)
        paintLegend (graphics, area.removeFromTop (legendHeight));

    const auto caption = area.removeFromBottom (captionHeight);
    drawResponses (graphics, shown, pensFor (shown.size(), colours), area, colours);
    paintLimit (graphics, plotAreaIn (area));
    graphics.setColour (colours.quietInk);
    write (graphics,
           "Dashed: modelled.  Faint: not to be relied on.  Shade: how sure.",
           caption.withTrimmedLeft (plotAreaIn (area).getX() - caption.getX()),
           font (TextSize::small));
}

void ResponsePlot::paintLegend (juce::Graphics& graphics, juce::Rectangle<int> area)
{
    const auto& colours = paletteOf (*this);
    const auto pens = pensFor (shown.size(), colours);
    const auto letters = font (TextSize::small);
    area.removeFromLeft (plotAreaIn (area).getX() - area.getX());

    for (std::size_t curve = 0; curve < shown.size(); ++curve)
    {
        const auto label = words (shown[curve].label);
        const auto sample = area.removeFromLeft (20).toFloat();
        graphics.setColour (pens[curve].colour);
        graphics.fillRect (sample.withSizeKeepingCentre (sample.getWidth(), pens[curve].width));
        area.removeFromLeft (8);
        graphics.setColour (colours.ink);
        const auto width = pixelsFor (label, letters) + 20;
        write (graphics, label, area.removeFromLeft (width), letters);
    }
}

void ResponsePlot::paintLimit (juce::Graphics& graphics, juce::Rectangle<int> area)
{
    if (! limitHz)
        return;

    const auto& colours = paletteOf (*this);
    const report::FrequencyAxis axis { { static_cast<double> (area.getWidth()),
                                         static_cast<double> (area.getHeight()) } };
    const auto x = area.getX() + static_cast<int> (axis.xOf (*limitHz));
    graphics.setColour (colours.panel.withAlpha (0.5f));
    graphics.fillRect (area.withLeft (x));
    graphics.setColour (colours.ink);
    graphics.fillRect (area.withLeft (x).withWidth (1));
    const auto text = "valid up to " + axisFrequency (*limitHz);
    const auto letters = font (TextSize::small);
    const auto width = pixelsFor (text, letters) + 12;
    const auto place = juce::Rectangle<int> { x - width, area.getY(), width, 20 };
    graphics.setColour (colours.panel.withAlpha (0.85f));
    graphics.fillRect (place);
    graphics.setColour (colours.ink);
    write (graphics, text, place.reduced (6, 0), letters);
}

std::unique_ptr<juce::AccessibilityHandler> ResponsePlot::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::image);
}

} // namespace ui
