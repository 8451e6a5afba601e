// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/WaveformDisplay.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"
#include "ui/values/CheckView.h"

#include <array>
#include <cmath>

namespace ui
{

namespace
{

/** A marker's words are cut down to this, and left out below. */
constexpr int shortestLabel = 40;

/** The steps in which a ruler counts: far enough apart for their numbers. */
double rulerStepSeconds (double duration, int width)
{
    constexpr std::array steps { 1.0,   2.0,   5.0,   10.0,  15.0,   30.0,   60.0,
                                 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0 };
    constexpr double pixelsBetween = 80.0;

    for (const auto step : steps)
        if (step / duration * width >= pixelsBetween)
            return step;

    return steps.back();
}

struct Peak
{
    float lowest = 0.0f;
    float highest = 0.0f;
};

/** Of one column among so many. */
Peak peakOf (const WaveformPeaks& peaks, int column, int columns)
{
    const auto count = peaks.highest.size();
    const auto begin = count * static_cast<std::size_t> (column)
                       / static_cast<std::size_t> (columns);
    const auto end = std::max (begin + 1,
                               count * static_cast<std::size_t> (column + 1)
                                   / static_cast<std::size_t> (columns));
    Peak peak;

    for (auto index = begin; index < std::min (end, count); ++index)
    {
        peak.lowest = std::min (peak.lowest, peaks.lowest[index]);
        peak.highest = std::max (peak.highest, peaks.highest[index]);
    }

    return peak;
}

} // namespace

void WaveformDisplay::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.panel);
    graphics.fillRoundedRectangle (getLocalBounds().toFloat(), cornerRadius);

    if (shown.peaks != nullptr)
    {
        paintWave (graphics);
        paintUnread (graphics);
        paintLoop (graphics);
        paintRuler (graphics);
        paintFindings (graphics);
        paintMarkers (graphics);
        paintPlayhead (graphics);
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (graphics, getLocalBounds().toFloat(), colours);
}

void WaveformDisplay::paintWave (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto area = waveArea().reduced (0, 8).toFloat();
    const auto clip = graphics.getClipBounds();
    const auto played = static_cast<int> (xOf (position));
    juce::RectangleList<float> before;
    juce::RectangleList<float> after;

    for (auto x = std::max (0, clip.getX()); x < std::min (getWidth(), clip.getRight()); ++x)
    {
        const auto peak = peakOf (*shown.peaks, x, getWidth());
        const auto half = area.getHeight() / 2.0f;
        const auto top = area.getCentreY() - half * peak.highest;
        const auto height = std::max (1.0f, half * (peak.highest - peak.lowest));
        (x < played ? before : after)
            .addWithoutMerging ({ static_cast<float> (x), top, 1.0f, height });
    }

    graphics.setColour (colours.quietInk);
    graphics.fillRectList (before);
    graphics.setColour (colours.faintInk);
    graphics.fillRectList (after);
}

void WaveformDisplay::paintUnread (juce::Graphics& graphics)
{
    if (shown.progress >= 1.0)
        return;

    const auto& colours = paletteOf (*this);
    const auto begin = static_cast<int> (shown.progress * getWidth());
    const auto text = "Reading, " + juce::String { static_cast<int> (100.0 * shown.progress) }
                      + " %";
    const auto letters = font (TextSize::small);
    const auto width = pixelsFor (text, letters) + 16;
    graphics.setColour (colours.edge);
    graphics.fillRect (begin, waveArea().getCentreY(), getWidth() - begin, 1);
    const auto place = juce::Rectangle<int> {
        std::min (begin + 8, getWidth() - width), waveArea().getCentreY() - 12, width, 24
    };
    graphics.setColour (colours.panel);
    graphics.fillRect (place);
    graphics.setColour (colours.quietInk);
    write (graphics, text, place, letters, juce::Justification::centred);
}

void WaveformDisplay::paintLoop (juce::Graphics& graphics)
{
    const auto loop = visibleLoop();

    if (! loop)
        return;

    const auto& colours = paletteOf (*this);
    const auto isOn = shown.isLooping || dragged;
    const auto left = xOf (loop->beginSeconds);
    const auto right = xOf (loop->endSeconds);
    const auto area = waveArea().toFloat().withLeft (left).withRight (right);

    if (isOn)
    {
        graphics.setColour (colours.accent.withAlpha (0.18f));
        graphics.fillRect (area);
    }

    // A bracket at either end; a loop that is only kept has hollow ones.
    graphics.setColour (isOn ? colours.accentInk : colours.quietInk);
    graphics.fillRect (area.withWidth (2.0f));
    graphics.fillRect (area.withLeft (right - 2.0f));

    for (const auto y : { area.getY(), area.getBottom() - (isOn ? 4.0f : 1.0f) })
    {
        graphics.fillRect (left, y, 10.0f, isOn ? 4.0f : 1.0f);
        graphics.fillRect (right - 10.0f, y, 10.0f, isOn ? 4.0f : 1.0f);
    }
}

void WaveformDisplay::paintRuler (juce::Graphics& graphics)
{
    if (shown.durationSeconds <= 0.0)
        return;

    const auto& colours = paletteOf (*this);
    const auto area = rulerArea();
    const auto letters = font (TextSize::small);
    const auto step = rulerStepSeconds (shown.durationSeconds, getWidth());
    graphics.setColour (colours.line);
    graphics.fillRect (area.withHeight (1));

    for (auto seconds = 0.0; seconds < shown.durationSeconds; seconds += step)
    {
        const auto x = static_cast<int> (xOf (seconds));
        const auto text = clock (seconds);
        const auto width = pixelsFor (text, letters) + 4;
        graphics.setColour (colours.edge);
        graphics.fillRect (x, area.getY(), 1, 6);
        graphics.setColour (colours.quietInk);

        if (x + 6 + width <= getWidth())
            write (graphics, text, area.withX (x + 6).withWidth (width), letters);
    }
}

/** Bars along the ruler: the worse, the higher; what breaks is filled, the rest is an outline. */
void WaveformDisplay::paintFindings (juce::Graphics& graphics)
{
    if (shown.findings == nullptr)
        return;

    const auto& colours = paletteOf (*this);
    const auto bottom = static_cast<float> (waveArea().getBottom());

    for (std::size_t i = 0; i < shown.findings->size(); ++i)
    {
        const auto& finding = (*shown.findings)[i];
        const bool isPointedAt = shown.findingPointedAt == i;

        if (finding.isIntended && ! isPointedAt)
            continue;

        const auto height = 4.0f + 4.0f * static_cast<float> (finding.severity);
        graphics.setColour (isPointedAt ? colours.accentInk : colours.ink);

        for (const auto& place : finding.places)
        {
            const auto left = xOf (place.beginSeconds);
            const juce::Rectangle<float> bar {
                left, bottom - height, std::max (3.0f, xOf (place.endSeconds) - left), height
            };

            if (finding.severity == analysis::Severity::fail || isPointedAt)
                graphics.fillRect (bar);
            else
                graphics.drawRect (bar, 1.0f);
        }
    }
}

void WaveformDisplay::paintMarkers (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto letters = font (TextSize::small);
    const auto& markers = visibleMarkers();

    for (std::size_t i = 0; i < markers.size(); ++i)
    {
        const auto x = static_cast<int> (xOf (markers[i].seconds));
        const auto next = i + 1 < markers.size() ? static_cast<int> (xOf (markers[i + 1].seconds))
                                                 : getWidth();
        const auto text = words (markers[i].label);
        const auto width = std::min (next - x - 14, pixelsFor (text, letters) + 10);
        juce::Path flag;
        const auto left = static_cast<float> (x);
        flag.addTriangle (left, 0.0f, left + 9.0f, 4.5f, left, 9.0f);
        graphics.setColour (colours.ink);
        graphics.fillRect (x, 0, 1, waveArea().getBottom());
        graphics.fillPath (flag);

        if (text.isEmpty() || width < shortestLabel)
            continue;

        const auto place = juce::Rectangle<int> { x + 12, 2, width, 18 };
        graphics.setColour (colours.panel.withAlpha (0.85f));
        graphics.fillRect (place);
        graphics.setColour (colours.ink);
        write (graphics, text, place.withTrimmedLeft (2), letters);
    }
}

void WaveformDisplay::paintPlayhead (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto x = std::floor (xOf (position));
    juce::Path head;
    head.addTriangle (x - 6.0f, 0.0f, x + 7.0f, 0.0f, x + 0.5f, 8.0f);
    graphics.setColour (colours.accentInk);
    graphics.fillRect (x - 0.5f, 0.0f, 2.0f, static_cast<float> (getHeight()));
    graphics.fillPath (head);
}

} // namespace ui
