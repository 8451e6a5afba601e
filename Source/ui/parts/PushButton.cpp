// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/PushButton.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"

namespace ui
{

namespace
{

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int pictureSize = 20;
constexpr int keyHeight = 20;

} // namespace

PushButton::PushButton (const juce::String& words, Stance wantedStance)
    : juce::Button (words),
      stance (wantedStance)
{
    setButtonText (words);
    setTitle (words);
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
}

void PushButton::setPictogram (std::optional<Pictogram> wanted)
{
    if (pictogram == wanted)
        return;

    pictogram = wanted;
    repaint();
}

void PushButton::setKey (const juce::String& wanted)
{
    if (key == wanted)
        return;

    key = wanted;
    setHelpText (key.isEmpty() ? juce::String {} : "Key: " + key);
    repaint();
}

void PushButton::setWords (const juce::String& words)
{
    if (getButtonText() == words)
        return;

    setButtonText (words);
    setTitle (words);
}

void PushButton::setDetail (const juce::String& words) { setDetailBelow (words, 0); }

void PushButton::setDetailBelow (const juce::String& words, int width)
{
    if (detail == words && widthWithDetailBelow == width)
        return;

    detail = words;
    widthWithDetailBelow = width;
    setDescription (words);
    repaint();
}

void PushButton::setOn (bool isLit)
{
    setToggleable (true);
    setToggleState (isLit, juce::dontSendNotification);
}

int PushButton::keyWidth() const
{
    return std::max (keyHeight, pixelsFor (key, font (TextSize::small)) + 10);
}

int PushButton::widthNeeded() const
{
    auto width = margin;

    if (pictogram)
        width += pictureSize + gap;

    if (getButtonText().isNotEmpty())
        width += pixelsFor (getButtonText(), font (TextSize::body, Weight::bold)) + gap;

    if (detail.isNotEmpty() && widthWithDetailBelow == 0)
        width += pixelsFor (detail, font (TextSize::small)) + gap;

    if (key.isNotEmpty())
        width += keyWidth() + gap;

    return std::max (widthWithDetailBelow, width - gap + margin);
}

void PushButton::paintGround (juce::Graphics& graphics, bool isHovered, bool isDown)
{
    const auto& colours = paletteOf (*this);
    auto bounds = getLocalBounds().toFloat();
    const auto isPointedAt = isHovered || isDown;

    if (isFilled())
        graphics.setColour (colours.ink);
    else if (stance == Stance::raised || stance == Stance::primary)
        graphics.setColour (isPointedAt ? colours.hovered : colours.raised);
    else
        graphics.setColour (isPointedAt ? colours.raised : juce::Colours::transparentBlack);

    graphics.fillRoundedRectangle (bounds, cornerRadius);

    if (isFilled())
    {
        graphics.setColour (colours.panel);
        graphics.fillRect (bounds.removeFromBottom (5.0f).removeFromTop (3.0f).reduced (margin, 0));
    }
    else if (stance == Stance::tab && getToggleState())
    {
        graphics.setColour (colours.ink);
        graphics.fillRect (bounds.removeFromBottom (3.0f));
    }
    else if (stance == Stance::primary)
    {
        graphics.setColour (isEnabled() ? colours.ink : colours.edge);
        graphics.drawRoundedRectangle (bounds.reduced (1.0f), cornerRadius, 2.0f);
    }
    else if (stance == Stance::raised)
    {
        graphics.setColour (colours.edge.withAlpha (isEnabled() ? 1.0f : 0.5f));
        graphics.drawRoundedRectangle (bounds.reduced (0.5f), cornerRadius, 1.0f);
    }
}

void PushButton::paintKey (juce::Graphics& graphics, juce::Rectangle<int>& content)
{
    if (key.isEmpty())
        return;

    const auto& colours = paletteOf (*this);
    const auto cap =
        content.removeFromRight (keyWidth()).withSizeKeepingCentre (keyWidth(), keyHeight);
    content.removeFromRight (gap);
    const auto ink = isFilled() ? colours.panel : colours.quietInk;
    graphics.setColour (ink.withMultipliedAlpha (0.7f));
    graphics.drawRoundedRectangle (cap.toFloat().reduced (0.5f), 4.0f, 1.0f);
    graphics.setColour (ink);
    write (graphics, key, cap, font (TextSize::small), juce::Justification::centred);
}

void PushButton::paintWords (juce::Graphics& graphics, juce::Rectangle<int> content)
{
    const auto& colours = paletteOf (*this);
    const auto isLit = isFilled();
    const auto isStrong = getToggleState() || stance == Stance::primary;
    const auto letters = font (TextSize::body, isStrong ? Weight::bold : Weight::regular);
    const auto ink = isLit ? colours.panel : isEnabled() ? colours.ink : colours.quietInk;
    graphics.setColour (ink);
    const auto width = std::min (content.getWidth(), pixelsFor (getButtonText(), letters) + 1);
    const auto isAlone = detail.isEmpty() && key.isEmpty() && ! pictogram;
    const auto place = isAlone ? content : content.removeFromLeft (width);
    write (graphics,
           getButtonText(),
           place,
           letters,
           isAlone ? juce::Justification::centred : juce::Justification::centredLeft);

    if (detail.isEmpty() || widthWithDetailBelow > 0 || content.getWidth() < 2 * gap)
        return;

    graphics.setColour (isLit ? colours.panel : colours.quietInk);
    write (graphics, detail, content.withTrimmedLeft (gap), font (TextSize::small));
}

void PushButton::paintDetailBelow (juce::Graphics& graphics, juce::Rectangle<int>& content)
{
    const auto& colours = paletteOf (*this);
    const auto below = content.removeFromBottom (content.getHeight() / 2).withTrimmedBottom (4);
    content = content.withTrimmedTop (2);
    graphics.setColour (isFilled() ? colours.panel : colours.quietInk);
    write (graphics, detail, below, font (TextSize::small));
}

void PushButton::paintFocus (juce::Graphics& graphics)
{
    auto colours = paletteOf (*this);
    const auto bounds = getLocalBounds().toFloat();

    if (! isFilled())
    {
        drawFocusRing (graphics, bounds, colours);
        return;
    }

    // On a filled ground the ring lies inside, and the other way round.
    std::swap (colours.ink, colours.ground);
    drawFocusRing (graphics, bounds.reduced (3.0f), colours);
}

void PushButton::paintButton (juce::Graphics& graphics, bool isHovered, bool isDown)
{
    const auto& colours = paletteOf (*this);
    paintGround (graphics, isHovered, isDown);

    const auto isPictureAlone = pictogram && getButtonText().isEmpty() && key.isEmpty();
    auto content = getLocalBounds().reduced (isPictureAlone ? 0 : margin, 0);

    if (widthWithDetailBelow > 0)
        paintDetailBelow (graphics, content);

    paintKey (graphics, content);

    if (pictogram)
    {
        const auto place = isPictureAlone ? content : content.removeFromLeft (pictureSize);
        content.removeFromLeft (gap);
        graphics.setColour (isFilled()    ? colours.panel
                            : isEnabled() ? colours.ink
                                          : colours.quietInk);
        drawPictogram (
            graphics, *pictogram, place.withSizeKeepingCentre (pictureSize, pictureSize).toFloat());
    }

    if (getButtonText().isNotEmpty())
        paintWords (graphics, content);

    if (hasKeyboardFocus (false))
        paintFocus (graphics);
}

} // namespace ui
