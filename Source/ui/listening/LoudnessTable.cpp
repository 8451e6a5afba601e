// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/LoudnessTable.h"

#include "ui/Actions.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int rowHeight = 26;
constexpr int unitWidth = 40;
constexpr int numberWidth = 64;

} // namespace

LoudnessTable::LoudnessTable (Actions& actions)
    : rows (rowsOf ({})),
      reset ("Reset", PushButton::Stance::bare)
{
    setTitle ("Loudness and peak");
    reset.setTitle ("Reset the meters");
    reset.onClick = [&actions] { actions.resetMeters(); };
    addAndMakeVisible (reset);
}

std::array<LoudnessTable::Row, 5> LoudnessTable::rowsOf (const MetersView& meters)
{
    const auto& master = meters.master.loudness;
    const auto& heard = meters.heard.loudness;
    const auto row = [] (const char* name,
                         const char* spoken,
                         const std::optional<double>& left,
                         const std::optional<double>& right,
                         const char* unit) {
        return Row { name, spoken, oneDecimal (left), oneDecimal (right), unit };
    };

    return { row ("M", "Momentary", master.momentaryLufs, heard.momentaryLufs, "LUFS"),
             row ("S", "Short term", master.shortTermLufs, heard.shortTermLufs, "LUFS"),
             row ("I", "Integrated", master.integratedLufs, heard.integratedLufs, "LUFS"),
             row ("LRA", "Loudness range", master.rangeLu, heard.rangeLu, "LU"),
             row ("TP", "True peak", master.truePeakDb, heard.truePeakDb, "dBTP") };
}

void LoudnessTable::show (const MetersView& meters)
{
    auto now = rowsOf (meters);

    if (now == rows)
        return;

    rows = std::move (now);
    juce::StringArray spoken;

    for (const auto& row : rows)
        spoken.add (row.spoken + ": master " + row.master + ", heard " + row.heard + " "
                    + row.unit);

    setDescription (spoken.joinIntoString ("; "));
    repaint();
}

void LoudnessTable::resized()
{
    reset.setBounds (getLocalBounds()
                         .removeFromTop (rowHeight)
                         .withWidth (reset.widthNeeded())
                         .translated (-12, 0));
}

void LoudnessTable::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto small = font (TextSize::small);
    auto area = getLocalBounds();
    auto head = area.removeFromTop (rowHeight);
    graphics.setColour (colours.quietInk);
    head.removeFromRight (unitWidth);
    write (graphics,
           "Heard",
           head.removeFromRight (numberWidth),
           small,
           juce::Justification::centredRight);
    write (graphics,
           "Master",
           head.removeFromRight (numberWidth),
           small,
           juce::Justification::centredRight);

    for (const auto& row : rows)
    {
        auto line = area.removeFromTop (rowHeight);
        graphics.setColour (colours.line);
        graphics.fillRect (line.withHeight (1));
        graphics.setColour (colours.quietInk);
        write (graphics, row.unit, line.removeFromRight (unitWidth).withTrimmedLeft (6), small);
        graphics.setColour (colours.ink);
        write (graphics,
               row.heard,
               line.removeFromRight (numberWidth),
               font (TextSize::body, Weight::bold),
               juce::Justification::centredRight);
        write (graphics,
               row.master,
               line.removeFromRight (numberWidth),
               font (TextSize::body),
               juce::Justification::centredRight);
        graphics.setColour (colours.quietInk);
        write (graphics, row.name, line, small);
    }
}

std::unique_ptr<juce::AccessibilityHandler> LoudnessTable::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::group);
}

} // namespace ui
