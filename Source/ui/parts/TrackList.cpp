// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/TrackList.h"

#include "ui/look/FindingBadge.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Pictogram.h"
#include "ui/parts/FramedList.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int margin = 12;
constexpr int numberWidth = 32;
constexpr int badgeSize = 20;

} // namespace

TrackList::TrackList (const juce::String& title) { addList (*this, list, *this, title); }

void TrackList::show (std::vector<Line> wanted, const juce::String& words)
{
    whenEmpty = words;

    if (wanted == lines)
        return;

    const auto before = list.getSelectedRow();
    lines = std::move (wanted);
    list.updateContent();

    if (before < 0 && ! lines.empty())
    {
        const auto current = std::ranges::find (lines, true, &Line::isCurrent);
        list.selectRow (current == lines.end() ? 0 : static_cast<int> (current - lines.begin()));
    }

    list.repaint();
    repaint();
}

bool TrackList::keyPressed (const juce::KeyPress& key) { return onKey != nullptr && onKey (key); }

int TrackList::columnsEnd() const { return list.getX() + list.getVisibleRowWidth() - margin; }

void TrackList::resized() { list.setBounds (getLocalBounds().reduced (2)); }

void TrackList::paintOverChildren (juce::Graphics& graphics)
{
    paintListFrame (graphics, *this, list, whenEmpty);
}

void TrackList::paintListBoxItem (int row,
                                  juce::Graphics& graphics,
                                  int width,
                                  int height,
                                  bool isSelected)
{
    if (row >= getNumRows())
        return;

    const auto& line = lines[static_cast<std::size_t> (row)];
    const auto& colours = paletteOf (*this);
    auto area = juce::Rectangle<int> { width, height };

    if (isSelected)
        paintPointedAt (graphics, *this, area);

    area = area.reduced (margin, 4);
    const auto ink = line.isEmpty ? colours.quietInk : colours.ink;
    auto number = area.removeFromLeft (numberWidth);
    graphics.setColour (ink);

    if (line.badge)
        drawFindingBadge (graphics,
                          *line.badge,
                          number.withSizeKeepingCentre (badgeSize, badgeSize).withX (number.getX()),
                          ink,
                          colours.panel);
    else if (line.isCurrent)
        drawPictogram (graphics, Pictogram::play, number.removeFromLeft (14).toFloat());
    else
        write (graphics, line.number, number, font (TextSize::body));

    graphics.setColour (ink);
    const auto strong = font (TextSize::body, line.isCurrent ? Weight::bold : Weight::regular);

    for (auto column = line.columns.rbegin(); column != line.columns.rend(); ++column)
        write (graphics,
               *column,
               area.removeFromRight (columnWidth),
               font (TextSize::body),
               juce::Justification::centredRight);

    if (! line.columns.empty())
        area.removeFromRight (8);

    if (line.detail.isEmpty())
    {
        write (graphics, line.title, area, strong);
        return;
    }

    write (graphics, line.title, area.removeFromTop (21), strong);
    graphics.setColour (colours.quietInk);
    write (graphics, line.detail, area, font (TextSize::small));
}

juce::String TrackList::getNameForRow (int row)
{
    if (row < 0 || row >= getNumRows())
        return {};

    const auto& line = lines[static_cast<std::size_t> (row)];
    juce::StringArray spoken { line.number, line.title, line.detail };

    for (const auto& column : line.columns)
        spoken.add (column);

    spoken.removeEmptyStrings();
    return spoken.joinIntoString (", ");
}

void TrackList::selectedRowsChanged (int row)
{
    if (onPoint != nullptr)
        onPoint (row);
}

void TrackList::returnKeyPressed (int row)
{
    if (onChoose != nullptr)
        onChoose (row);
}

void TrackList::deleteKeyPressed (int row)
{
    if (onRemove != nullptr)
        onRemove (row);
}

void TrackList::listBoxItemClicked (int row, const juce::MouseEvent& event)
{
    if (onClick != nullptr && event.getNumberOfClicks() == 1)
        onClick (row);
}

void TrackList::listBoxItemDoubleClicked (int row, const juce::MouseEvent&)
{
    if (onClick == nullptr)
        returnKeyPressed (row);
}

} // namespace ui
