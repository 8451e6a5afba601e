// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/NotesPanel.h"

#include "ui/look/KeyName.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"
#include "ui/parts/FramedList.h"

namespace ui
{

namespace
{

constexpr int rowHeight = 40;
constexpr int listHeight = 4 * listRowHeight + 4;
constexpr double stepSeconds = 0.1;

TrackList::Line lineOf (const Marker& marker, std::size_t place)
{
    TrackList::Line line;
    line.number = juce::String { static_cast<int> (place + 1) };
    line.title = marker.label.empty() ? juce::String { "No name" } : words (marker.label);
    line.isEmpty = marker.label.empty();
    line.columns = { clockWithTenths (marker.seconds) };
    return line;
}

} // namespace

NotesPanel::NotesPanel (Actions& wantedActions)
    : PanelView ("Notes", wantedActions),
      list ("Markers"),
      name ("Name of the marker", "What is there"),
      add ("Mark here"),
      move ("Move here"),
      remove ("Remove"),
      text ("Notes on this track", "What you hear, and where", TextField::Lines::many)
{
    move.setTitle ("Move the marker to where it plays");
    remove.setTitle ("Remove the marker");
    remove.setKey ("Delete");

    for (auto* child :
         std::initializer_list<juce::Component*> { &list, &name, &add, &move, &remove, &text })
        addAndMakeVisible (child);

    connect();
}

void NotesPanel::connect()
{
    list.onPoint = [this] (int) { showMarkerPointedAt(); };
    list.onChoose = [this] (int) {
        if (const auto* marker = pointedAt())
            actions.seek (marker->seconds);
    };
    list.onRemove = [this] (int line) {
        if (pointedAt() != nullptr)
            actions.removeMarker (static_cast<std::size_t> (line));
    };
    list.onKey = [this] (const juce::KeyPress& key) { return takeListKey (key); };

    name.onTextChange = [this] {
        if (const auto* marker = pointedAt())
            set ({ marker->seconds, name.getText().toStdString() });
    };
    name.onReturnKey = [this] { list.keyboardTarget().grabKeyboardFocus(); };

    add.onClick = [this] { actions.perform (Command::addMarker); };
    move.onClick = [this] { moveTo (here); };
    remove.onClick = [this] { list.onRemove (list.pointedAt()); };
    text.onTextChange = [this] { actions.setNotes (text.getText().toStdString()); };
}

juce::Component& NotesPanel::firstToFocus() { return toEdit ? name : text; }

const Marker* NotesPanel::pointedAt() const
{
    const auto line = list.pointedAt();
    return line >= 0 && line < static_cast<int> (markers.size())
               ? &markers[static_cast<std::size_t> (line)]
               : nullptr;
}

bool NotesPanel::takeListKey (const juce::KeyPress& key)
{
    const auto pressed = keyName (key);
    const auto* marker = pointedAt();

    if (marker == nullptr)
        return false;

    if (pressed == "F2")
        name.grabKeyboardFocus();
    else if (pressed == "Alt+Left")
        moveTo (marker->seconds - stepSeconds);
    else if (pressed == "Alt+Right")
        moveTo (marker->seconds + stepSeconds);
    else
        return false;

    return true;
}

void NotesPanel::set (const Marker& changed)
{
    actions.setMarker (static_cast<std::size_t> (list.pointedAt()), changed);
}

void NotesPanel::moveTo (double seconds)
{
    if (const auto* marker = pointedAt())
        set ({ std::max (0.0, seconds), marker->label });
}

void NotesPanel::show (const MainViewState& state)
{
    here = state.transport.positionSeconds;
    add.setKey (words (state.keys.keyOf (Command::addMarker)));

    // What is being typed is newer than what comes back.
    if (const auto wanted = words (state.notes);
        text.getText() != wanted && ! text.hasKeyboardFocus (true))
        text.setText (wanted, juce::dontSendNotification);

    isOpen = ! state.topBar.track.empty();
    text.setEnabled (isOpen);
    add.setEnabled (isOpen);
    showMarkers (state);

    if (track == words (state.topBar.track))
        return;

    track = words (state.topBar.track);
    repaint();
}

void NotesPanel::showMarkers (const MainViewState& state)
{
    std::vector<TrackList::Line> lines;

    for (std::size_t place = 0; place < state.waveform.markers.size(); ++place)
        lines.push_back (lineOf (state.waveform.markers[place], place));

    const bool areOthers = markers != state.waveform.markers;
    const bool isOther = toEdit != state.markerToEdit;
    markers = state.waveform.markers;
    toEdit = state.markerToEdit;
    list.show (std::move (lines), "Nothing is marked.");

    // One that was moved past another is on another line.
    if (toEdit && (areOthers || isOther))
        list.pointAt (static_cast<int> (*toEdit));

    showMarkerPointedAt();
}

void NotesPanel::showMarkerPointedAt()
{
    const auto* marker = pointedAt();

    for (auto* control : std::initializer_list<juce::Component*> { &name, &move, &remove })
        control->setEnabled (marker != nullptr);

    const auto wanted = marker == nullptr ? juce::String {} : words (marker->label);

    if (name.getText() != wanted)
        name.setText (wanted, juce::dontSendNotification);
}

void NotesPanel::paintContent (juce::Graphics& graphics)
{
    graphics.setColour (paletteOf (*this).quietInk);
    write (graphics,
           isOpen ? track : juce::String { "Nothing is open." },
           trackArea,
           font (TextSize::body));
    write (graphics, "Name", nameLabelArea, font (TextSize::body));
}

void NotesPanel::layOut (juce::Rectangle<int> content)
{
    trackArea = content.removeFromTop (32);
    list.setBounds (content.removeFromTop (listHeight));
    content.removeFromTop (gap);
    auto row = content.removeFromTop (rowHeight);
    nameLabelArea = row.removeFromLeft (56);
    name.setBounds (row);
    content.removeFromTop (gap);
    row = content.removeFromTop (rowHeight);

    for (auto* button : { &add, &move })
    {
        button->setBounds (row.removeFromLeft (button->widthNeeded()));
        row.removeFromLeft (gap);
    }

    remove.setBounds (row.removeFromRight (remove.widthNeeded()));
    content.removeFromTop (2 * gap);
    text.setBounds (content);
}

} // namespace ui
