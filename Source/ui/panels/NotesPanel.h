// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/parts/TextField.h"

namespace ui
{

/** What the user writes down about a track. */
class NotesPanel final : public PanelView
{
public:
    explicit NotesPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool isOverEverything() const override { return false; }
    int widthWanted() const override { return 448; }
    juce::Component& firstToFocus() override { return text; }

private:
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;

    juce::String track;
    juce::Rectangle<int> trackArea;
    TextField text;
};

} // namespace ui
