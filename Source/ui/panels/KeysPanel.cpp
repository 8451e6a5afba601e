// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/KeysPanel.h"

#include "ui/look/KeyName.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr int roomyRowHeight = 26;
constexpr int keyWidth = 104;
constexpr int columnGap = 32;

juce::String wordsOf (Command command) { return words (std::string { entryOf (command).words }); }

} // namespace

KeysPanel::KeysPanel (Actions& wantedActions)
    : PanelView ("Keys", wantedActions),
      restore ("As delivered", PushButton::Stance::bare)
{
    restore.setTitle ("All keys as they were delivered");
    restore.onClick = [this] { actions.restoreKeys(); };

    for (const auto& entry : allCommands())
    {
        auto key = std::make_unique<PushButton> (juce::String {});
        key->onClick = [this, command = entry.command] { ask (command); };
        addAndMakeVisible (*key);
        rows.push_back ({ entry.command, std::move (key), {} });
    }

    addAndMakeVisible (restore);
    showKeys();
}

void KeysPanel::show (const MainViewState& state)
{
    if (shown == state.keys)
        return;

    shown = state.keys;
    showKeys();
}

void KeysPanel::showKeys()
{
    for (auto& row : rows)
    {
        juce::StringArray keys;

        for (const auto& key : shown.keysOf (row.command))
            keys.add (words (key));

        const auto key = keys.joinIntoString (" or ");
        const auto isAsked = asked == row.command;
        row.key->setWords (isAsked ? "Press it" : key);
        row.key->setTitle (wordsOf (row.command) + ": " + (key.isEmpty() ? "no key" : key));
        row.key->setOn (isAsked);
    }
}

void KeysPanel::ask (Command command)
{
    asked = command;
    showKeys();
    repaint (adviceArea);
}

bool KeysPanel::takesKey (const juce::KeyPress& key)
{
    if (! asked)
        return false;

    const auto command = *std::exchange (asked, std::nullopt);
    const auto name = keyName (key);

    if (name == "Delete" || name == "Backspace")
        actions.assignKey (command, "");
    else if (! name.empty() && name != "Esc")
        actions.assignKey (command, name);

    showKeys();
    repaint (adviceArea);
    return true;
}

void KeysPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.setColour (colours.quietInk);
    write (graphics,
           asked ? "Press the new key. Esc keeps the old one, Delete leaves it without."
                 : "Press a key's button to change it. In lists, Return chooses; Tab goes on.",
           adviceArea,
           font (TextSize::body));
    graphics.setColour (colours.ink);

    for (const auto& heading : headings)
        write (graphics,
               words (std::string { groupName (heading.group) }),
               heading.area,
               font (TextSize::body, Weight::bold));

    for (const auto& row : rows)
        write (graphics, wordsOf (row.command), row.wordsArea, font (TextSize::small));
}

void KeysPanel::layOutGroup (CommandGroup group, juce::Rectangle<int>& column)
{
    headings.push_back ({ group, column.removeFromTop (rowHeight) });

    for (auto& row : rows)
    {
        if (entryOf (row.command).group != group)
            continue;

        auto line = column.removeFromTop (rowHeight);
        row.key->setBounds (
            line.removeFromRight (keyWidth).withSizeKeepingCentre (keyWidth, rowHeight - 2));
        row.wordsArea = line.withTrimmedRight (gap);
    }
}

void KeysPanel::layOut (juce::Rectangle<int> content)
{
    // The longest column: playing and comparing.
    constexpr int numRows = 21;
    headings.clear();
    adviceArea = content.removeFromTop (28);
    rowHeight = std::min (roomyRowHeight, content.getHeight() / numRows);
    const auto width = (content.getWidth() - 2 * columnGap) / 3;
    auto first = content.removeFromLeft (width);
    content.removeFromLeft (columnGap);
    auto second = content.removeFromLeft (width);
    content.removeFromLeft (columnGap);

    layOutGroup (CommandGroup::playing, first);
    layOutGroup (CommandGroup::comparing, first);
    layOutGroup (CommandGroup::devices, second);
    layOutGroup (CommandGroup::checking, second);
    layOutGroup (CommandGroup::window, content);
    restore.setBounds (content.removeFromBottom (40).removeFromRight (restore.widthNeeded()));
}

} // namespace ui
