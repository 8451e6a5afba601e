// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/SpectrumDisplay.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui
{

namespace
{

constexpr int keyHeight = 24;
constexpr int axisHeight = 20;
constexpr int labelWidth = 36;
constexpr float topDb = 0.0f;
constexpr float bottomDb = -72.0f;
constexpr float gridDb = 12.0f;
constexpr float mostDifferenceDb = 24.0f;

/** Where a level lies between top and bottom: 0 … 1. */
float depthOf (float db, float top, float bottom)
{
    return std::clamp ((top - db) / (top - bottom), 0.0f, 1.0f);
}

/** Nothing is known of what a device does to a band in which nothing plays. */
constexpr float silentDb = -78.0f;

juce::String wholeDecibels (float db)
{
    return signedDecimal (db).upToFirstOccurrenceOf (".", false, false);
}

} // namespace

SpectrumDisplay::SpectrumDisplay()
{
    setTitle ("Spectrum: master against what is heard");
    setInterceptsMouseClicks (false, false);
}

void SpectrumDisplay::show (const MetersView& meters)
{
    const auto isSame = shown.isRunning == meters.isRunning
                        && shown.master.bandsDb == meters.master.bandsDb
                        && shown.heard.bandsDb == meters.heard.bandsDb
                        && shown.heardName == meters.heardName;
    shown = meters;

    if (! isSame)
        repaint();
}

juce::Rectangle<float> SpectrumDisplay::bandArea (std::size_t band, juce::Rectangle<int> area) const
{
    const auto width = static_cast<float> (area.getWidth()) / SoundView::numBands;
    return area.toFloat()
        .withX (static_cast<float> (area.getX()) + width * static_cast<float> (band))
        .withWidth (width);
}

void SpectrumDisplay::paint (juce::Graphics& graphics)
{
    auto area = getLocalBounds();
    paintKey (graphics, area.removeFromTop (keyHeight));
    area.removeFromLeft (labelWidth);
    area.removeFromTop (8);
    const auto differenceHeight = std::max (64, area.getHeight() / 3);
    auto difference = area.removeFromBottom (differenceHeight + axisHeight);
    paintLevels (graphics, area.withTrimmedBottom (16));
    paintDifference (graphics, difference);
}

void SpectrumDisplay::paintKey (juce::Graphics& graphics, juce::Rectangle<int> area)
{
    const auto& colours = paletteOf (*this);
    const auto letters = font (TextSize::small);
    graphics.setColour (colours.ink);
    graphics.fillRect (area.getX(), area.getCentreY() - 1, 16, 2);
    area.removeFromLeft (22);
    const auto masterWidth = pixelsFor ("Master", letters) + 2;
    write (graphics, "Master", area.removeFromLeft (masterWidth), letters);
    area.removeFromLeft (16);
    graphics.setColour (colours.accent);
    graphics.fillRect (area.getX(), area.getCentreY() - 5, 10, 10);
    area.removeFromLeft (16);
    graphics.setColour (colours.ink);
    write (graphics,
           shown.heardName.empty() ? juce::String { "Heard" } : words (shown.heardName),
           area,
           letters);
}

void SpectrumDisplay::paintLevels (juce::Graphics& graphics, juce::Rectangle<int> area)
{
    const auto& colours = paletteOf (*this);
    const auto letters = font (TextSize::small);
    const auto height = static_cast<float> (area.getHeight());

    for (auto db = topDb; db >= bottomDb; db -= gridDb)
    {
        const auto y = area.getY() + static_cast<int> (height * depthOf (db, topDb, bottomDb));
        graphics.setColour (colours.line);
        graphics.fillRect (area.getX(), y, area.getWidth(), 1);
        graphics.setColour (colours.quietInk);

        if (std::fmod (db, 2.0f * gridDb) == 0.0f && db > bottomDb)
            write (graphics,
                   wholeDecibels (db),
                   { area.getX() - labelWidth, y - 10, labelWidth - 6, 20 },
                   letters,
                   juce::Justification::centredRight);
    }

    if (! shown.isRunning)
        return;

    juce::Path master;

    for (std::size_t band = 0; band < SoundView::numBands; ++band)
    {
        const auto place = bandArea (band, area);
        const auto bar = place.withTop (
            place.getY() + height * depthOf (shown.heard.bandsDb[band], topDb, bottomDb));
        graphics.setColour (colours.accent.withAlpha (0.85f));
        graphics.fillRect (bar.reduced (1.0f, 0.0f));

        const auto y = place.getY()
                       + height * depthOf (shown.master.bandsDb[band], topDb, bottomDb);

        if (band == 0)
            master.startNewSubPath (place.getX(), y);

        master.lineTo (place.getX(), y);
        master.lineTo (place.getRight(), y);
    }

    graphics.setColour (colours.ink);
    graphics.strokePath (master, juce::PathStrokeType { 2.0f });
}

void SpectrumDisplay::paintDifference (juce::Graphics& graphics, juce::Rectangle<int> area)
{
    const auto& colours = paletteOf (*this);
    const auto letters = font (TextSize::small);
    const auto axis = area.removeFromBottom (axisHeight);
    const auto middle = area.toFloat().getCentreY();
    const auto half = static_cast<float> (area.getHeight()) / 2.0f;

    for (const auto db : { mostDifferenceDb, 0.0f, -mostDifferenceDb })
    {
        const auto y = static_cast<int> (middle - half * db / mostDifferenceDb);
        graphics.setColour (db == 0.0f ? colours.edge : colours.line);
        graphics.fillRect (area.getX(), y, area.getWidth(), 1);
        graphics.setColour (colours.quietInk);
        write (graphics,
               wholeDecibels (db),
               { area.getX() - labelWidth, y - 10, labelWidth - 6, 20 },
               letters,
               juce::Justification::centredRight);
    }

    for (std::size_t band = 0; shown.isRunning && band < SoundView::numBands; ++band)
    {
        if (shown.master.bandsDb[band] < silentDb)
            continue;

        const auto db = std::clamp (shown.heard.bandsDb[band] - shown.master.bandsDb[band],
                                    -mostDifferenceDb,
                                    mostDifferenceDb);
        const auto y = middle - half * db / mostDifferenceDb;
        const auto place = bandArea (band, area).reduced (1.0f, 0.0f);
        graphics.setColour (colours.accent.withAlpha (0.85f));
        graphics.fillRect (place.withTop (std::min (y, middle)).withBottom (std::max (y, middle)));
    }

    constexpr std::array labelled { 100.0, 1000.0, 10000.0 };

    for (const auto frequency : labelled)
    {
        const auto band = static_cast<std::size_t> (
            std::lround (10.0 * std::log10 (frequency / 1000.0)) - SoundView::lowestBand);
        const auto x = static_cast<int> (bandArea (band, area).getCentreX());
        graphics.setColour (colours.edge);
        graphics.fillRect (x, axis.getY(), 1, 4);
        graphics.setColour (colours.quietInk);
        write (graphics,
               axisFrequency (frequency),
               axis.withX (x - 24).withWidth (48).withTrimmedTop (4),
               letters,
               juce::Justification::centred);
    }
}

std::unique_ptr<juce::AccessibilityHandler> SpectrumDisplay::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::image);
}

} // namespace ui
