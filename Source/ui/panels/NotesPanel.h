// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/parts/TextField.h"
#include "ui/parts/TrackList.h"

namespace ui
{

/** What the user writes down about a track, and the spots that he has marked on it. */
class NotesPanel final : public PanelView
{
public:
    explicit NotesPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool isOverEverything() const override { return false; }
    int widthWanted() const override { return 480; }

    /** Somebody who comes to a marker comes to name it. */
    juce::Component& firstToFocus() override;

private:
    void connect();
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void showMarkers (const MainViewState& state);
    void showMarkerPointedAt();
    const Marker* pointedAt() const;
    bool takeListKey (const juce::KeyPress& key);

    /** Of the one pointed at. */
    void set (const Marker& changed);
    void moveTo (double seconds);

    std::vector<Marker> markers;
    std::optional<std::size_t> toEdit;
    double here = 0.0;
    bool isOpen = false; ///< a track is
    juce::String track;
    juce::Rectangle<int> trackArea;
    juce::Rectangle<int> nameLabelArea;

    TrackList list;
    TextField name;
    PushButton add;
    PushButton move;
    PushButton remove;
    TextField text;
};

} // namespace ui
