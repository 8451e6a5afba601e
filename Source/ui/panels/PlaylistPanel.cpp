// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PlaylistPanel.h"

#include "ui/look/KeyName.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

namespace
{

constexpr double longestSilence = 10.0;
constexpr double usualSilence = 2.0;
constexpr double silenceStep = 0.1;
constexpr int buttonHeight = 40;

juce::String silenceAfter (double seconds)
{
    return seconds > 0.0 ? "then " + oneDecimal (seconds) + " s of silence"
                         : juce::String { "the next one follows at once" };
}

TrackList::Line lineOf (const TrackRow& track, std::size_t place, bool isCurrent)
{
    TrackList::Line line;
    line.number = juce::String { static_cast<int> (place + 1) };
    line.title = words (track.title);
    line.detail = track.problem.empty() ? silenceAfter (track.gapSeconds) : words (track.problem);
    line.columns = { clock (track.durationSeconds),
                     oneDecimal (track.integratedLufs),
                     oneDecimal (track.truePeakDb) };
    line.isCurrent = isCurrent;
    return line;
}

} // namespace

PlaylistPanel::PlaylistPanel (Actions& wantedActions)
    : PanelView ("Playlist", wantedActions),
      list ("Tracks"),
      play ("Play it", PushButton::Stance::primary),
      add ("Add files"),
      up ("Up"),
      down ("Down"),
      remove ("Remove"),
      silence ("Silence after the track", { 0.0, longestSilence, silenceStep, usualSilence, "s" })
{
    play.setKey ("Return");
    up.setKey ("Alt+Up");
    down.setKey ("Alt+Down");
    remove.setKey ("Delete");

    for (auto* child : std::initializer_list<juce::Component*> {
             &list, &play, &add, &up, &down, &remove, &silence })
        addAndMakeVisible (child);

    list.onPoint = [this] (int) { showButtons(); };
    list.onChoose = [this] (int line) {
        if (isTrack (line))
            actions.playTrack (static_cast<std::size_t> (line));
    };
    list.onRemove = [this] (int line) {
        if (isTrack (line))
            actions.removeTrack (static_cast<std::size_t> (line));
    };
    list.onKey = [this] (const juce::KeyPress& key) {
        const auto name = keyName (key);
        const auto isMove = name == "Alt+Up" || name == "Alt+Down";

        if (isMove)
            move (name == "Alt+Up" ? -1 : 1);

        return isMove;
    };

    play.onClick = [this] { list.onChoose (list.pointedAt()); };
    add.onClick = [this] { actions.perform (Command::open); };
    up.onClick = [this] { move (-1); };
    down.onClick = [this] { move (1); };
    remove.onClick = [this] { list.onRemove (list.pointedAt()); };
    silence.onValueChange = [this] {
        if (isTrack (list.pointedAt()))
            actions.setGap (static_cast<std::size_t> (list.pointedAt()), silence.getValue());
    };
}

bool PlaylistPanel::isTrack (int line) const
{
    return line >= 0 && line < static_cast<int> (shown.tracks.size());
}

void PlaylistPanel::move (int steps)
{
    const auto from = list.pointedAt();
    const auto to = from + steps;

    if (! isTrack (from) || ! isTrack (to))
        return;

    actions.moveTrack (static_cast<std::size_t> (from), static_cast<std::size_t> (to));
    list.pointAt (to);
}

void PlaylistPanel::show (const MainViewState& state)
{
    add.setKey (words (state.keys.keyOf (Command::open)));

    if (hasBeenShown && shown == state.playlist)
        return;

    hasBeenShown = true;
    shown = state.playlist;
    std::vector<TrackList::Line> lines;

    for (std::size_t place = 0; place < shown.tracks.size(); ++place)
        lines.push_back (lineOf (shown.tracks[place], place, shown.current == place));

    list.show (std::move (lines), "Add files, or drop files or folders here.");
    showButtons();
    repaint (summaryArea);
}

void PlaylistPanel::showButtons()
{
    const auto line = list.pointedAt();

    for (auto* button : { &play, &remove })
        button->setEnabled (isTrack (line));

    up.setEnabled (isTrack (line) && isTrack (line - 1));
    down.setEnabled (isTrack (line) && isTrack (line + 1));
    silence.setEnabled (isTrack (line));

    if (isTrack (line))
        silence.showValue (shown.tracks[static_cast<std::size_t> (line)].gapSeconds);
}

juce::String PlaylistPanel::summary() const
{
    auto seconds = 0.0;

    for (const auto& track : shown.tracks)
        seconds += track.durationSeconds + track.gapSeconds;

    const auto count = static_cast<int> (shown.tracks.size());
    auto text = juce::String { count } + (count == 1 ? " track, " : " tracks, ") + clock (seconds);

    if (shown.albumLufs)
        text += ", album " + oneDecimal (*shown.albumLufs) + " LUFS as one block";

    return text;
}

void PlaylistPanel::paintContent (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    const auto letters = font (TextSize::small);
    graphics.setColour (colours.quietInk);
    write (graphics, summary(), summaryArea, letters);
    write (graphics, "Silence after it", gapLabelArea, font (TextSize::body));
    auto head = headArea.withRight (list.getX() + list.columnsEnd());

    for (const auto* name : { "dBTP", "LUFS", "Length" })
        write (graphics,
               name,
               head.removeFromRight (TrackList::columnWidth),
               letters,
               juce::Justification::centredRight);
}

void PlaylistPanel::layOut (juce::Rectangle<int> content)
{
    headArea = content.removeFromTop (24);
    auto buttons = content.removeFromBottom (buttonHeight);
    content.removeFromBottom (gap);
    auto gapRow = content.removeFromBottom (buttonHeight);
    content.removeFromBottom (gap);
    summaryArea = content.removeFromBottom (buttonHeight);
    add.setBounds (summaryArea.removeFromRight (add.widthNeeded()));
    content.removeFromBottom (gap);
    list.setBounds (content);
    gapLabelArea = gapRow.removeFromLeft (136);
    silence.setBounds (gapRow);

    for (auto* button : { &play, &up, &down })
    {
        button->setBounds (buttons.removeFromLeft (button->widthNeeded()));
        buttons.removeFromLeft (gap);
    }

    remove.setBounds (buttons.removeFromRight (remove.widthNeeded()));
}

} // namespace ui
