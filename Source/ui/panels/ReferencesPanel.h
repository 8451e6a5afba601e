// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/parts/LevelSlider.h"
#include "ui/parts/TrackList.h"

namespace ui
{

/** Sixteen places for other people's masters, and the previous bounce: what A/B goes to. A file that is
    dropped here comes into the place pointed at. */
class ReferencesPanel final : public PanelView, public juce::FileDragAndDropTarget
{
public:
    explicit ReferencesPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool isOverEverything() const override { return false; }
    int widthWanted() const override { return 720; }
    juce::Component& firstToFocus() override { return list.keyboardTarget(); }

    bool isInterestedInFileDrag (const juce::StringArray&) override { return true; }
    void filesDropped (const juce::StringArray& files, int x, int y) override;

private:
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void showButtons();
    void choose (int line);

    /** Of the line pointed at; none for the previous bounce. */
    std::optional<std::size_t> slot() const;
    const ReferenceSlot* filledSlot() const;

    ReferencesView shown;
    bool hasBeenShown = false;
    juce::Rectangle<int> headArea;
    juce::Rectangle<int> cueLabelArea;

    TrackList list;
    PushButton compare;
    PushButton load;
    PushButton clear;
    PushButton fromHere;
    PushButton inStep;
    LevelSlider cue;
};

} // namespace ui
