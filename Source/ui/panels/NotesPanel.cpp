// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/NotesPanel.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

NotesPanel::NotesPanel (Actions& wantedActions)
    : PanelView ("Notes", wantedActions),
      text ("Notes on this track", "What you hear, and where", TextField::Lines::many)
{
    text.onTextChange = [this] { actions.setNotes (text.getText().toStdString()); };
    addAndMakeVisible (text);
}

void NotesPanel::show (const MainViewState& state)
{
    // What is being typed is newer than what comes back.
    if (const auto wanted = words (state.notes);
        text.getText() != wanted && ! text.hasKeyboardFocus (true))
        text.setText (wanted, juce::dontSendNotification);

    text.setEnabled (! state.topBar.track.empty());

    if (track == words (state.topBar.track))
        return;

    track = words (state.topBar.track);
    repaint();
}

void NotesPanel::paintContent (juce::Graphics& graphics)
{
    graphics.setColour (paletteOf (*this).quietInk);
    write (graphics,
           track.isEmpty() ? juce::String { "Nothing is open." } : track,
           trackArea,
           font (TextSize::body));
}

void NotesPanel::layOut (juce::Rectangle<int> content)
{
    trackArea = content.removeFromTop (32);
    text.setBounds (content);
}

} // namespace ui
