// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/panels/TrackList.h"

namespace ui
{

/** What of the track will not survive: a verdict, the findings, and all that is known of the one pointed
    at. It is checked in the background. */
class CheckPanel final : public PanelView
{
public:
    explicit CheckPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool isOverEverything() const override { return false; }
    int widthWanted() const override { return 480; }
    juce::Component& firstToFocus() override;

private:
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void paintProgress (juce::Graphics& graphics);
    void showFindings();
    void showButtons();
    const FindingRow* pointedAt() const;
    juce::String verdict() const;

    CheckView shown;
    bool isOpen = false; ///< a track is
    juce::Rectangle<int> verdictArea;
    juce::Rectangle<int> progressArea;
    juce::Rectangle<int> reasonsArea;

    TrackList list;
    PushButton hear;
    PushButton intended;
    PushButton check;
    PushButton save;
};

} // namespace ui
