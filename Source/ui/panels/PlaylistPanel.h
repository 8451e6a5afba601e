// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/parts/LevelSlider.h"
#include "ui/parts/TrackList.h"

namespace ui
{

/** The tracks in their order, the silence between them, and how loud they are. */
class PlaylistPanel final : public PanelView
{
public:
    explicit PlaylistPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool isOverEverything() const override { return false; }
    int widthWanted() const override { return 720; }
    juce::Component& firstToFocus() override { return list.keyboardTarget(); }

private:
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void showButtons();
    bool isTrack (int line) const;
    void move (int steps);
    juce::String summary() const;

    PlaylistView shown;
    bool hasBeenShown = false;
    juce::Rectangle<int> headArea;
    juce::Rectangle<int> summaryArea;
    juce::Rectangle<int> gapLabelArea;

    TrackList list;
    PushButton play;
    PushButton add;
    PushButton up;
    PushButton down;
    PushButton remove;
    LevelSlider silence;
};

} // namespace ui
