// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Severity.h"

#include <juce_graphics/juce_graphics.h>

namespace ui
{

/** How bad a finding is, by shape: a triangle, filled where something breaks; a note for what is worth a
    listen. */
void drawFindingBadge (juce::Graphics& graphics,
                       analysis::Severity severity,
                       juce::Rectangle<int> area,
                       juce::Colour ink,
                       juce::Colour ground);

} // namespace ui
