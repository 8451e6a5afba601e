// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/TextField.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"

#include <algorithm>

namespace ui
{

TextField::TextField (const juce::String& title, const juce::String& wantedWhenEmpty, Lines lines)
    : whenEmpty (wantedWhenEmpty)
{
    setTitle (title);
    setFont (font (TextSize::body));
    setIndents (12, lines == Lines::one ? 10 : 12);
    setMultiLine (lines == Lines::many, true);
    setReturnKeyStartsNewLine (lines == Lines::many);
    setEscapeAndReturnKeysConsumed (false);
    setPopupMenuEnabled (false);
    setSelectAllWhenFocused (lines == Lines::one);
}

bool TextField::keyPressed (const juce::KeyPress& key)
{
    const auto isArrow = key.isKeyCode (juce::KeyPress::upKey)
                         || key.isKeyCode (juce::KeyPress::downKey)
                         || key.isKeyCode (juce::KeyPress::pageUpKey)
                         || key.isKeyCode (juce::KeyPress::pageDownKey);

    if (isArrow && onArrow != nullptr && onArrow (key))
        return true;

    return TextEditor::keyPressed (key);
}

void TextField::takeColours()
{
    const auto& colours = paletteOf (*this);
    setTextToShowWhenEmpty (whenEmpty, colours.quietInk);
    applyColourToAllText (colours.ink);
    repaint();
}

void TextField::lookAndFeelChanged()
{
    TextEditor::lookAndFeelChanged();
    takeColours();
}

void TextField::parentHierarchyChanged()
{
    TextEditor::parentHierarchyChanged();
    takeColours();
}

} // namespace ui
