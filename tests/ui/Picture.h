// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MainView.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** The window's content, as it looks at a size. No display is needed. */
juce::Image pictureOf (const MainViewState& state, int width, int height);

juce::Image pictureOf (juce::Component& component);

/** How many of the pixels of an area differ. */
int pixelsThatDiffer (const juce::Image& left, const juce::Image& right, juce::Rectangle<int> area);

void savePicture (const juce::Image& picture, const juce::File& file);

} // namespace ui
