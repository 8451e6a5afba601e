// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Icon.h"

#include "app/desktop/IconSource.h"

namespace app
{

juce::Image iconOf (int pixels)
{
    juce::Image icon { juce::Image::ARGB, pixels, pixels, true };
    const auto source = juce::XmlDocument::parse (iconSource);
    const auto drawing = source == nullptr ? nullptr : juce::Drawable::createFromSVG (*source);

    if (drawing != nullptr)
    {
        juce::Graphics graphics { icon };
        drawing->drawWithin (
            graphics, icon.getBounds().toFloat(), juce::RectanglePlacement::stretchToFit, 1.0f);
    }

    return icon;
}

} // namespace app
