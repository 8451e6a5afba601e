// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/KeyName.h"

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

struct NamedKey
{
    int code;
    const char* name;
};

std::string nameOfCode (int code)
{
    const std::array named {
        NamedKey { juce::KeyPress::spaceKey, "Space" },
        NamedKey { juce::KeyPress::escapeKey, "Esc" },
        NamedKey { juce::KeyPress::returnKey, "Return" },
        NamedKey { juce::KeyPress::deleteKey, "Delete" },
        NamedKey { juce::KeyPress::insertKey, "Insert" },
        NamedKey { juce::KeyPress::backspaceKey, "Backspace" },
        NamedKey { juce::KeyPress::upKey, "Up" },
        NamedKey { juce::KeyPress::downKey, "Down" },
        NamedKey { juce::KeyPress::leftKey, "Left" },
        NamedKey { juce::KeyPress::rightKey, "Right" },
        NamedKey { juce::KeyPress::pageUpKey, "Page up" },
        NamedKey { juce::KeyPress::pageDownKey, "Page down" },
        NamedKey { juce::KeyPress::homeKey, "Home" },
        NamedKey { juce::KeyPress::endKey, "End" },
    };

    const auto found = std::ranges::find (named, code, &NamedKey::code);

    if (found != named.end())
        return found->name;

    for (auto function = 1; function <= 12; ++function)
        if (code == juce::KeyPress::F1Key + function - 1)
            return "F" + std::to_string (function);

    return {};
}

std::string nameOfCharacter (juce::juce_wchar character)
{
    const auto upper = juce::CharacterFunctions::toUpperCase (character);
    return juce::String::charToString (upper).toStdString();
}

} // namespace

std::string keyName (const juce::KeyPress& key)
{
    const auto modifiers = key.getModifiers();
    const auto code = key.getKeyCode();
    const auto isPlain = ! modifiers.isCtrlDown() && ! modifiers.isAltDown();
    auto name = nameOfCode (code);
    const auto hasCapOfItsOwn = ! name.empty();

    // What is typed is what counts: "?" is another key on every keyboard.
    if (! hasCapOfItsOwn && isPlain && key.getTextCharacter() > ' ')
        return nameOfCharacter (key.getTextCharacter());

    if (! hasCapOfItsOwn && code > ' ' && code < 0x10000)
        name = nameOfCharacter (static_cast<juce::juce_wchar> (code));

    if (name.empty())
        return {};

    return std::string { modifiers.isCtrlDown() ? "Ctrl+" : "" }
           + (modifiers.isAltDown() ? "Alt+" : "") + (modifiers.isShiftDown() ? "Shift+" : "")
           + name;
}

} // namespace ui
