// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/TileButton.h"
#include "ui/look/Curve.h"
#include "ui/look/FindingBadge.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int margin = 10;
constexpr int headHeight = 36;
constexpr int pictureSize = 36;
constexpr int tabHeight = 20;
constexpr int badgeSize = 20;
constexpr int roomyHeight =
    176; ///< from here on the name is larger, and the curve has a row of its own
constexpr int smallestCurveWidth = 40;

} // namespace

struct TileButton::Inks
{
    juce::Colour ground;
    juce::Colour ink;
    juce::Colour quiet;
    juce::Colour border;
    float borderWidth;
};

TileButton::Inks TileButton::inks() const
{
    const auto& colours = paletteOf (*this);

    if (shown->isHeard)
        return { colours.accent, colours.onAccent, colours.onAccent, colours.ink, 3.0f };

    if (shown->isAwaited)
        return { colours.panel, colours.ink, colours.quietInk, colours.accentInk, 3.0f };

    if (shown->readiness == Readiness::failed)
        return { colours.panel, colours.quietInk, colours.ink, colours.edge, 1.0f };

    return { colours.panel, colours.ink, colours.quietInk, colours.line, 1.0f };
}

void TileButton::paintGround (juce::Graphics& graphics, const Inks& inks, bool isHovered)
{
    const auto bounds = getLocalBounds().toFloat();
    const auto& colours = paletteOf (*this);
    graphics.setColour (isHovered && ! shown->isHeard ? colours.raised : inks.ground);
    graphics.fillRoundedRectangle (bounds, cornerRadius);
    graphics.setColour (inks.border);
    graphics.drawRoundedRectangle (
        bounds.reduced (inks.borderWidth / 2.0f), cornerRadius, inks.borderWidth);
}

void TileButton::paintFreePlace (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto bounds = getLocalBounds();
    juce::Path outline;
    outline.addRoundedRectangle (bounds.toFloat().reduced (0.5f), cornerRadius);
    juce::Path dashed;
    constexpr float dashes[] { 4.0f, 4.0f };
    juce::PathStrokeType { 1.0f }.createDashedStroke (dashed, outline, dashes, 2);
    graphics.setColour (colours.edge);
    graphics.fillPath (dashed);
    graphics.setColour (colours.quietInk);
    writeLines (graphics,
                place + ": free. Choose a device for it in the library.",
                bounds.reduced (margin),
                TextSize::small);
}

void TileButton::paintKey (juce::Graphics& graphics, juce::Rectangle<int> area, const Inks& inks)
{
    const auto key = words (shown->key);
    graphics.setColour (inks.ink);

    if (key.length() == 1 && juce::CharacterFunctions::isDigit (key[0]))
    {
        write (graphics, key, area, font (TextSize::numeral, Weight::bold));
        return;
    }

    const auto letters = font (key.length() == 1 ? TextSize::large : TextSize::title, Weight::bold);
    const auto width = std::min (area.getWidth(), pixelsFor (key, letters) + 20);
    const auto cap = area.removeFromLeft (width).withSizeKeepingCentre (width, 34);
    graphics.drawRoundedRectangle (cap.toFloat().reduced (1.0f), 5.0f, 2.0f);
    write (graphics, key, cap, letters, juce::Justification::centred);
}

void TileButton::paintHead (juce::Graphics& graphics, juce::Rectangle<int> area, const Inks& inks)
{
    auto top = area.withHeight (std::min (headHeight, area.getHeight()));
    paintKey (graphics, top.removeFromLeft (shown->kind ? 44 : 48), inks);
    graphics.setColour (inks.ink);
    drawPictogram (graphics,
                   shown->kind ? pictogramOf (*shown->kind) : otherwise,
                   top.removeFromLeft (pictureSize)
                       .withSizeKeepingCentre (pictureSize, pictureSize)
                       .toFloat());
    top.removeFromLeft (margin);

    if (shown->readiness == Readiness::failed)
    {
        drawPictogram (graphics,
                       Pictogram::warning,
                       top.removeFromRight (28).withSizeKeepingCentre (28, 28).toFloat());
        return;
    }

    if (shown->response == nullptr)
        return;

    // Beside the picture, and under the tab that says what state it is in; a high tile has a row for it.
    const auto tab = stateWord().isEmpty() ? 0 : tabHeight - margin;
    const auto curve =
        getHeight() >= roomyHeight
            ? area.withTrimmedTop (headHeight).reduced (0, 8)
            : area.withLeft (top.getX()).withTrimmedTop (tab + 2).withTrimmedBottom (2);

    if (curve.getWidth() >= smallestCurveWidth)
        drawSmallCurve (graphics, *shown->response, curve.toFloat(), inks.quiet);
}

/** From the bottom of the area; the last line of a tile beside the badge in its corner. */
void TileButton::paintLines (juce::Graphics& graphics,
                             const std::vector<juce::String>& lines,
                             juce::Rectangle<int>& area,
                             const juce::Font& letters,
                             int height)
{
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
    {
        const bool isBesideBadge = shown->finding && area.getBottom() == getHeight() - margin;
        const auto row = area.removeFromBottom (height);
        write (graphics, *line, isBesideBadge ? row.withTrimmedRight (badgeSize) : row, letters);
    }
}

juce::Rectangle<int>
TileButton::paintFoot (juce::Graphics& graphics, juce::Rectangle<int> area, const Inks& inks)
{
    const auto nameSize = getHeight() >= roomyHeight ? TextSize::title : TextSize::body;
    const auto width = static_cast<float> (area.getWidth());
    const auto forFoot = area.getHeight() - headHeight;

    // The name comes first; the evidence takes what it leaves.
    const auto name = wrapped (words (shown->name),
                               font (nameSize, Weight::bold),
                               width,
                               std::clamp (forFoot / lineHeight (nameSize), 1, 2));
    const auto nameHeight = static_cast<int> (name.size()) * lineHeight (nameSize);
    const auto room = (forFoot - nameHeight) / lineHeight (TextSize::small);
    const auto evidence = wrapped (footWords(), font (TextSize::small), width, std::min (2, room));

    graphics.setColour (inks.quiet);
    paintLines (graphics, evidence, area, font (TextSize::small), lineHeight (TextSize::small));
    graphics.setColour (inks.ink);
    paintLines (graphics, name, area, font (nameSize, Weight::bold), lineHeight (nameSize));
    return area;
}

/** In the corner below. */
void TileButton::paintFinding (juce::Graphics& graphics, const Inks& inks)
{
    if (! shown->finding)
        return;

    const auto corner = getLocalBounds().reduced (6).removeFromBottom (badgeSize).removeFromRight (
        badgeSize);
    drawFindingBadge (graphics, *shown->finding, corner, inks.ink, inks.ground);
}

void TileButton::paintTab (juce::Graphics& graphics, const Inks& inks)
{
    const auto state = stateWord();

    if (state.isEmpty())
        return;

    const auto letters = font (TextSize::small, Weight::bold);
    const auto width = pixelsFor (state, letters) + 18;
    const auto tab = juce::Rectangle<int> { getWidth() - width - margin, 0, width, tabHeight };
    juce::Path shape;
    shape.addRoundedRectangle (tab.toFloat().getX(),
                               0.0f,
                               static_cast<float> (width),
                               static_cast<float> (tabHeight),
                               4.0f,
                               4.0f,
                               false,
                               false,
                               true,
                               true);
    graphics.setColour (shown->isHeard ? inks.border : inks.ink);
    graphics.fillPath (shape);
    graphics.setColour (paletteOf (*this).panel);
    write (graphics, state, tab, letters, juce::Justification::centred);
}

void TileButton::paintFocus (juce::Graphics& graphics)
{
    auto colours = paletteOf (*this);
    const auto bounds = getLocalBounds().toFloat();

    if (! getToggleState())
    {
        drawFocusRing (graphics, bounds, colours);
        return;
    }

    // Inside the border of what is heard, in the ink that is written there.
    colours.ink = colours.onAccent;
    colours.ground = colours.accent;
    drawFocusRing (graphics, bounds.reduced (4.0f), colours);
}

void TileButton::paintButton (juce::Graphics& graphics, bool isHovered, bool isDown)
{
    if (! shown)
    {
        paintFreePlace (graphics);
    }
    else
    {
        const auto colours = inks();
        paintGround (graphics, colours, isHovered || isDown);
        const auto head = paintFoot (graphics, getLocalBounds().reduced (margin), colours);
        paintHead (graphics, head, colours);
        paintFinding (graphics, colours);
        paintTab (graphics, colours);
    }

    if (hasKeyboardFocus (false))
        paintFocus (graphics);
}

} // namespace ui
