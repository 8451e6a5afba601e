// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/FramedList.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"

namespace ui
{

void addList (juce::Component& frame,
              juce::ListBox& list,
              juce::ListBoxModel& model,
              const juce::String& title)
{
    list.setModel (&model);
    list.setRowHeight (listRowHeight);
    list.setTitle (title);
    list.setWantsKeyboardFocus (true);
    frame.addAndMakeVisible (list);
}

void paintListFrame (juce::Graphics& graphics,
                     const juce::Component& frame,
                     const juce::ListBox& list,
                     const juce::String& whenEmpty)
{
    constexpr int margin = 12;
    const auto& colours = paletteOf (frame);
    const auto bounds = frame.getLocalBounds().toFloat();
    graphics.setColour (colours.line);
    graphics.drawRoundedRectangle (bounds.reduced (0.5f), cornerRadius, 1.0f);

    if (list.getModel()->getNumRows() == 0)
    {
        graphics.setColour (colours.quietInk);
        write (graphics,
               whenEmpty,
               frame.getLocalBounds().reduced (margin, 0),
               font (TextSize::body),
               juce::Justification::centred);
    }

    if (list.hasKeyboardFocus (true))
        drawFocusRing (graphics, bounds, colours);
}

void paintPointedAt (juce::Graphics& graphics,
                     const juce::Component& frame,
                     juce::Rectangle<int> row)
{
    const auto& colours = paletteOf (frame);
    graphics.setColour (colours.hovered);
    graphics.fillRect (row);
    graphics.setColour (colours.ink);
    graphics.fillRect (row.withWidth (4));
}

} // namespace ui
