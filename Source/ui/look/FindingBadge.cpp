// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/FindingBadge.h"

#include "ui/look/Pictogram.h"

namespace ui
{

void drawFindingBadge (juce::Graphics& graphics,
                       analysis::Severity severity,
                       juce::Rectangle<int> area,
                       juce::Colour ink,
                       juce::Colour ground)
{
    const bool isFilled = severity == analysis::Severity::fail;
    graphics.setColour (ink);

    if (isFilled)
        graphics.fillRoundedRectangle (area.toFloat().expanded (1.0f), 4.0f);

    graphics.setColour (isFilled ? ground : ink);
    drawPictogram (graphics,
                   severity == analysis::Severity::note ? Pictogram::note : Pictogram::warning,
                   area.toFloat());
}

} // namespace ui
