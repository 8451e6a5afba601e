// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

// What all our lists have in common: rows of one height, a frame, and a bar at the row pointed at.

constexpr int listRowHeight = 48;

/** Puts a list into the component that frames it. */
void addList (juce::Component& frame,
              juce::ListBox& list,
              juce::ListBoxModel& model,
              const juce::String& title);

/** Over the list.
    @param whenEmpty  said in the middle of a list without rows */
void paintListFrame (juce::Graphics& graphics,
                     const juce::Component& frame,
                     const juce::ListBox& list,
                     const juce::String& whenEmpty);

/** Below what is in the row: the one pointed at has a bar at its left, not a colour alone. */
void paintPointedAt (juce::Graphics& graphics,
                     const juce::Component& frame,
                     juce::Rectangle<int> row);

} // namespace ui
