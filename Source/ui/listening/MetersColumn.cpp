// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/MetersColumn.h"

#include "ui/look/Look.h"

namespace ui
{

namespace
{

constexpr int margin = 16;

} // namespace

MetersColumn::MetersColumn (Actions& actions) : loudness (actions)
{
    setTitle ("Meters");
    addAndMakeVisible (spectrum);
    addAndMakeVisible (loudness);
    addAndMakeVisible (gains);
}

void MetersColumn::show (const MetersView& meters)
{
    spectrum.show (meters);
    loudness.show (meters);
    gains.show (meters);
}

void MetersColumn::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.panel);
    graphics.fillRoundedRectangle (getLocalBounds().toFloat(), cornerRadius);
}

void MetersColumn::resized()
{
    auto area = getLocalBounds().reduced (margin).withTrimmedBottom (-4);
    gains.setBounds (area.removeFromBottom (GainReadouts::heightNeeded));
    loudness.setBounds (area.removeFromBottom (LoudnessTable::heightNeeded));
    area.removeFromBottom (12);
    spectrum.setBounds (area);
}

} // namespace ui
