// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Palette.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ui
{

namespace
{

double linear (juce::uint8 value)
{
    const auto share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow ((share + 0.055) / 1.055, 2.4);
}

double luminance (juce::Colour colour)
{
    return 0.2126 * linear (colour.getRed()) + 0.7152 * linear (colour.getGreen())
           + 0.0722 * linear (colour.getBlue());
}

/** WCAG 2.2, 1.4.3. */
double contrast (juce::Colour one, juce::Colour other)
{
    const auto a = luminance (one) + 0.05;
    const auto b = luminance (other) + 0.05;
    return std::max (a, b) / std::min (a, b);
}

} // namespace

TEST (Palette, canBeReadInBothThemes)
{
    for (const auto theme : { Theme::dark, Theme::light })
    {
        const auto colours = paletteOf (theme);

        for (const auto ground : { colours.ground, colours.panel, colours.raised, colours.hovered })
        {
            EXPECT_GE (contrast (colours.ink, ground), 7.0);
            EXPECT_GE (contrast (colours.quietInk, ground), 4.5);
        }

        for (const auto ground : { colours.ground, colours.panel })
        {
            EXPECT_GE (contrast (colours.accentInk, ground), 3.0);
            EXPECT_GE (contrast (colours.edge, ground), 3.0);
        }

        EXPECT_GE (contrast (colours.onAccent, colours.accent), 7.0);
    }
}

} // namespace ui
