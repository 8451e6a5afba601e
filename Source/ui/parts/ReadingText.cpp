// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/ReadingText.h"

#include "ui/look/Look.h"

namespace ui
{

namespace
{

constexpr int between = 6;
constexpr int mostLines = 1000;

TextSize sizeOf (ReadingText::Paragraph::Tone tone)
{
    return tone == ReadingText::Paragraph::Tone::loud ? TextSize::body : TextSize::small;
}

int heightOf (const ReadingText::Paragraph& paragraph, int width)
{
    const auto size = sizeOf (paragraph.tone);
    const auto lines = wrapped (paragraph.text, font (size), static_cast<float> (width), mostLines);
    return static_cast<int> (lines.size()) * lineHeight (size);
}

} // namespace

void ReadingText::Page::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    auto area = getLocalBounds();

    for (const auto& paragraph : paragraphs)
    {
        graphics.setColour (paragraph.tone == Paragraph::Tone::loud ? colours.ink
                                                                    : colours.quietInk);
        area.removeFromTop (writeLines (graphics, paragraph.text, area, sizeOf (paragraph.tone))
                            + between);
    }
}

int ReadingText::Page::heightFor (int width) const
{
    int height = 0;

    for (const auto& paragraph : paragraphs)
        height += heightOf (paragraph, width) + between;

    return height;
}

std::unique_ptr<juce::AccessibilityHandler> ReadingText::Page::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this,
                                                         juce::AccessibilityRole::staticText);
}

ReadingText::ReadingText (const juce::String& title)
{
    setTitle (title);
    setViewedComponent (&page, false);
    setScrollBarsShown (true, false);
}

void ReadingText::show (std::vector<Paragraph> wanted)
{
    if (wanted == page.paragraphs)
        return;

    page.paragraphs = std::move (wanted);
    juce::StringArray spoken;

    for (const auto& paragraph : page.paragraphs)
        spoken.add (paragraph.text);

    page.setTitle (spoken.joinIntoString (" "));
    layOut();
    setViewPosition (0, 0);
    page.repaint();
}

/** There is room for the bar also where none is needed: text that is broken anew would jump. */
void ReadingText::layOut()
{
    const auto width = getWidth() - getScrollBarThickness() - 4;
    const auto height = page.heightFor (width);
    page.setSize (width, height);
    setWantsKeyboardFocus (height > getHeight());
}

void ReadingText::resized()
{
    layOut();
    Viewport::resized();
}

void ReadingText::paintOverChildren (juce::Graphics& graphics)
{
    if (hasKeyboardFocus (false))
        drawFocusRing (graphics, getLocalBounds().toFloat(), paletteOf (*this));
}

void ReadingText::focusGained (FocusChangeType) { repaint(); }
void ReadingText::focusLost (FocusChangeType) { repaint(); }

} // namespace ui
