// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DeviceList.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Pictogram.h"
#include "ui/look/Words.h"
#include "ui/parts/FramedList.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr int margin = 8;
constexpr int pictureSize = 28;
constexpr int tagSize = 26;

} // namespace

DeviceList::DeviceList (const juce::String& title) { addList (*this, list, *this, title); }

void DeviceList::show (DeviceRows rows, std::vector<std::size_t> wanted, Otherwise otherwise)
{
    const auto* before = pointedAt();
    const auto id = before == nullptr ? std::string {} : before->id;
    shown = std::move (rows);
    places = std::move (wanted);
    list.deselectAllRows();
    list.updateContent();
    pointAt (id);

    if (otherwise == Otherwise::first && list.getSelectedRow() < 0 && getNumRows() > 0)
        list.selectRow (0);

    list.repaint();
}

void DeviceList::pointAt (const std::string& id)
{
    for (auto row = 0; row < getNumRows(); ++row)
        if (rowAt (row)->id == id)
            list.selectRow (row);
}

const DeviceRow* DeviceList::rowAt (int row) const
{
    if (shown == nullptr || row < 0 || row >= static_cast<int> (places.size()))
        return nullptr;

    return &(*shown)[places[static_cast<std::size_t> (row)]];
}

const DeviceRow* DeviceList::pointedAt() const { return rowAt (list.getSelectedRow()); }

void DeviceList::choose()
{
    if (const auto* row = pointedAt(); row != nullptr && onChoose != nullptr)
        onChoose (*row);
}

void DeviceList::resized()
{
    list.setBounds (getLocalBounds().reduced (2));

    if (list.getSelectedRow() >= 0)
        list.scrollToEnsureRowIsOnscreen (list.getSelectedRow());
}

void DeviceList::paintOverChildren (juce::Graphics& graphics)
{
    paintListFrame (graphics,
                    *this,
                    list,
                    shown == nullptr ? "Reading the library" : "No device is like that.");
}

void DeviceList::paintListBoxItem (int row,
                                   juce::Graphics& graphics,
                                   int width,
                                   int height,
                                   bool isSelected)
{
    const auto* device = rowAt (row);

    if (device == nullptr)
        return;

    const auto& colours = paletteOf (*this);
    auto area = juce::Rectangle<int> { width, height };

    if (isSelected)
        paintPointedAt (graphics, *this, area);

    area = area.reduced (margin + 4, 4);
    graphics.setColour (colours.ink);
    drawPictogram (
        graphics, pictogramOf (device->kind), area.removeFromLeft (pictureSize).toFloat());
    area.removeFromLeft (margin + 4);

    if (const auto tag = tagOf == nullptr ? juce::String {} : tagOf (*device); tag.isNotEmpty())
    {
        const auto cap = area.removeFromRight (tagSize).withSizeKeepingCentre (tagSize, tagSize);
        graphics.drawRoundedRectangle (cap.toFloat().reduced (1.0f), 4.0f, 1.5f);
        write (
            graphics, tag, cap, font (TextSize::body, Weight::bold), juce::Justification::centred);
        area.removeFromRight (margin);
    }

    write (graphics,
           words (device->name),
           area.removeFromTop (21),
           font (TextSize::body, isSelected ? Weight::bold : Weight::regular));
    graphics.setColour (colours.quietInk);
    write (graphics, words (device->evidenceWords), area, font (TextSize::small));
}

juce::String DeviceList::getNameForRow (int row)
{
    const auto* device = rowAt (row);
    return device == nullptr ? juce::String {}
                             : words (device->name) + ", " + words (device->evidenceWords);
}

void DeviceList::selectedRowsChanged (int row)
{
    if (const auto* device = rowAt (row); device != nullptr && onPoint != nullptr)
        onPoint (*device);
}

void DeviceList::returnKeyPressed (int) { choose(); }
void DeviceList::listBoxItemDoubleClicked (int, const juce::MouseEvent&) { choose(); }

} // namespace ui
