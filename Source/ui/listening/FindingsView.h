// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/parts/PushButton.h"
#include "ui/parts/ReadingText.h"
#include "ui/parts/TrackList.h"

namespace ui
{

/** What of the track will not survive: a verdict, the findings, and all that is known of the one pointed
    at. It is checked in the background. */
class FindingsView final : public juce::Component
{
public:
    explicit FindingsView (Actions& actions);

    void show (const MainViewState& state);

    /** What gets the keyboard when it appears. */
    juce::Component& firstToFocus();

    void paint (juce::Graphics& graphics) override;
    void resized() override;

private:
    void connect();
    void paintProgress (juce::Graphics& graphics);
    void showFindings();
    void showPointedAt();
    const FindingRow* pointedAt() const;
    juce::String verdict() const;
    juce::String remark() const;

    Actions& actions;
    CheckView shown;
    bool isOpen = false;                   ///< a track is
    TextSize verdictSize = TextSize::body; ///< smaller where it has much to say
    juce::Rectangle<int> verdictArea;
    juce::Rectangle<int> remarkArea;
    juce::Rectangle<int> progressArea;

    TrackList list;
    ReadingText details;
    PushButton intended;
    PushButton save;
    PushButton check;
    PushButton ownNorms;
};

} // namespace ui
