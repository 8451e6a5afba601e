// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/GainReadouts.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int rowHeight = 28;
constexpr int nameWidth = 96;
constexpr int numberWidth = 64;
constexpr double fullReductionDb = 12.0;

juce::String noneOr (const std::optional<double>& db)
{
    return db ? decibels (*db) : juce::String::fromUTF8 ("–");
}

void writeRow (juce::Graphics& graphics,
               juce::Rectangle<int> line,
               const juce::String& name,
               const juce::String& number,
               const Palette& colours)
{
    graphics.setColour (colours.line);
    graphics.fillRect (line.withHeight (1));
    graphics.setColour (colours.quietInk);
    write (graphics, name, line.removeFromLeft (nameWidth), font (TextSize::small));
    graphics.setColour (colours.ink);
    write (graphics,
           number,
           line.removeFromRight (numberWidth),
           font (TextSize::body),
           juce::Justification::centredRight);
}

juce::Rectangle<float> barOf (juce::Rectangle<int> line)
{
    return line.withTrimmedLeft (nameWidth)
        .withTrimmedRight (numberWidth + 8)
        .withSizeKeepingCentre (line.getWidth() - nameWidth - numberWidth - 8, 8)
        .toFloat();
}

} // namespace

GainReadouts::GainReadouts()
{
    setTitle ("Correlation, match and limiter");
    setInterceptsMouseClicks (false, false);
}

void GainReadouts::show (const MetersView& meters)
{
    const auto isSame = shown.correlation == meters.correlation && shown.matchDb == meters.matchDb
                        && shown.limiterGainDb == meters.limiterGainDb
                        && shown.deviceLimiterGainDb == meters.deviceLimiterGainDb
                        && shown.headroomDb == meters.headroomDb;

    if (isSame)
        return;

    shown = meters;
    const auto correlation =
        shown.correlation ? std::optional<double> { static_cast<double> (*shown.correlation) }
                          : std::nullopt;
    setDescription ("Correlation " + oneDecimal (correlation) + "; level match "
                    + noneOr (shown.matchDb) + "; headroom " + decibels (-shown.headroomDb)
                    + "; limiter " + decibels (shown.limiterGainDb));
    repaint();
}

void GainReadouts::paintCorrelation (juce::Graphics& graphics, juce::Rectangle<int> line)
{
    const auto& colours = paletteOf (*this);
    const auto number = shown.correlation ? signedDecimal (static_cast<double> (*shown.correlation))
                                          : juce::String::fromUTF8 ("–");
    writeRow (graphics, line, "Correlation", number, colours);

    // −1 at the left, 0 in the middle.
    const auto bar = barOf (line);
    graphics.setColour (colours.line);
    graphics.fillRect (bar);
    graphics.setColour (colours.edge);
    graphics.fillRect (bar.withX (bar.getCentreX()).withWidth (1.0f).expanded (0.0f, 3.0f));

    if (! shown.correlation)
        return;

    const auto x = bar.getCentreX() + bar.getWidth() / 2.0f * *shown.correlation;
    graphics.setColour (colours.ink);
    graphics.fillRect (
        bar.withLeft (std::min (x, bar.getCentreX())).withRight (std::max (x, bar.getCentreX())));
}

void GainReadouts::paintReduction (juce::Graphics& graphics,
                                   juce::Rectangle<int> line,
                                   const juce::String& name,
                                   double gainDb)
{
    const auto& colours = paletteOf (*this);
    const auto isWorking = gainDb < -0.05;
    writeRow (
        graphics, line, name, isWorking ? decibels (gainDb) : juce::String { "idle" }, colours);

    // It grows from the right, as gain reduction does.
    const auto bar = barOf (line);
    const auto share = static_cast<float> (std::clamp (-gainDb / fullReductionDb, 0.0, 1.0));
    graphics.setColour (colours.line);
    graphics.fillRect (bar);
    graphics.setColour (colours.ink);
    graphics.fillRect (bar.withLeft (bar.getRight() - bar.getWidth() * share));
}

void GainReadouts::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    auto area = getLocalBounds();
    paintCorrelation (graphics, area.removeFromTop (rowHeight));
    writeRow (
        graphics, area.removeFromTop (rowHeight), "Level match", noneOr (shown.matchDb), colours);

    if (shown.deviceLimiterGainDb)
        paintReduction (
            graphics, area.removeFromTop (rowHeight), "Device limits", *shown.deviceLimiterGainDb);
    else
        writeRow (graphics,
                  area.removeFromTop (rowHeight),
                  "Headroom",
                  decibels (shown.headroomDb),
                  colours);

    paintReduction (graphics, area.removeFromTop (rowHeight), "Limiter", shown.limiterGainDb);
}

std::unique_ptr<juce::AccessibilityHandler> GainReadouts::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this,
                                                         juce::AccessibilityRole::staticText);
}

} // namespace ui
