// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"

#include <optional>
#include <vector>

namespace ui
{

/** Every command and its key. A key is changed by pressing it there, and then the new one. */
class KeysPanel final : public PanelView
{
public:
    explicit KeysPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool takesKey (const juce::KeyPress& key) override;
    int widthWanted() const override { return 1100; }

private:
    struct Row
    {
        Command command;
        std::unique_ptr<PushButton> key;
        juce::Rectangle<int> wordsArea;
    };

    struct Heading
    {
        CommandGroup group;
        juce::Rectangle<int> area;
    };

    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void layOutGroup (CommandGroup group, juce::Rectangle<int>& column);
    void ask (Command command);
    void showKeys();

    KeyBindings shown;
    std::optional<Command> asked; ///< its key is what is pressed next
    std::vector<Row> rows;
    std::vector<Heading> headings;
    int rowHeight = 0;
    juce::Rectangle<int> adviceArea;
    PushButton restore;
};

} // namespace ui
