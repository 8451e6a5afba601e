// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DeviceDetails.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int labelWidth = 112;
constexpr int gap = 6;
constexpr int mostLines = 12;

std::vector<juce::String> linesOf (const juce::String& text, int width)
{
    return wrapped (
        text, font (TextSize::small), static_cast<float> (width - labelWidth), mostLines);
}

juce::String joined (const std::vector<std::string>& parts)
{
    juce::StringArray all;

    for (const auto& part : parts)
        all.add (words (part));

    return all.joinIntoString ("; ");
}

} // namespace

int DeviceDetails::Sheet::heightFor (int width) const
{
    auto height = 0;

    for (const auto& entry : entries)
        height += static_cast<int> (linesOf (entry.text, width).size())
                      * lineHeight (TextSize::small)
                  + gap;

    return height;
}

void DeviceDetails::Sheet::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto letters = font (TextSize::small);
    const auto height = lineHeight (TextSize::small);
    auto area = getLocalBounds();

    for (const auto& entry : entries)
    {
        graphics.setColour (colours.quietInk);
        write (graphics, entry.label, area.withHeight (height).withWidth (labelWidth - 8), letters);
        graphics.setColour (colours.ink);

        for (const auto& line : linesOf (entry.text, getWidth()))
            write (
                graphics, line, area.removeFromTop (height).withTrimmedLeft (labelWidth), letters);

        area.removeFromTop (gap);
    }
}

DeviceDetails::DeviceDetails()
{
    view.setViewedComponent (&sheet, false);
    view.setScrollBarsShown (true, false);
    view.setWantsKeyboardFocus (true);
    view.setTitle ("Where its figures come from");
    addAndMakeVisible (view);
}

void DeviceDetails::show (const DeviceRow* row)
{
    sheet.entries.clear();

    const auto add = [this] (const char* label, const juce::String& text) {
        if (text.isNotEmpty())
            sheet.entries.push_back ({ label, text });
    };

    if (row != nullptr)
    {
        add ("About", words (row->summary));
        add ("Measured by", words (row->measuredBy));
        add ("How", words (row->method));
        add ("Modelled",
             row->modelled.empty() ? juce::String { "nothing" } : joined (row->modelled));
        add ("Uncertain by", joined (row->uncertain));
        add ("Heard in", words (row->surroundings));
        add ("Usual level", juce::String { row->listeningLevelDbSpl, 0 } + " dB SPL at the ear");
        add ("Licence", words (row->licence));
    }

    juce::StringArray spoken;

    for (const auto& entry : sheet.entries)
        spoken.add (entry.label + ": " + entry.text);

    view.setDescription (spoken.joinIntoString (". "));
    resized();
    view.setViewPosition (0, 0);
    sheet.repaint();
}

void DeviceDetails::resized()
{
    view.setBounds (getLocalBounds());
    const auto width = getWidth() - view.getScrollBarThickness() - 6;
    sheet.setSize (width, std::max (sheet.heightFor (width), 1));
}

void DeviceDetails::paintOverChildren (juce::Graphics& graphics)
{
    if (view.hasKeyboardFocus (false))
        drawFocusRing (graphics, getLocalBounds().toFloat(), paletteOf (*this));
}

} // namespace ui
