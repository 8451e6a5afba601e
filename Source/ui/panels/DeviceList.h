// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/LibraryView.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>

namespace ui
{

/** Devices to choose one of. */
class DeviceList final : public juce::Component, private juce::ListBoxModel
{
public:
    explicit DeviceList (const juce::String& title);

    /** What is pointed at where what was is not there any more. */
    enum class Otherwise
    {
        first,
        none
    };

    /** Those of the rows that are wanted, by their places. What was pointed at stays so where it can. */
    void show (DeviceRows rows, std::vector<std::size_t> wanted, Otherwise otherwise);

    /** A word at the right of a device: the key that it is on. By id. */
    std::function<juce::String (const DeviceRow&)> tagOf;

    std::function<void (const DeviceRow&)> onPoint;  ///< the one that is pointed at has changed
    std::function<void (const DeviceRow&)> onChoose; ///< Return, or a double click

    void pointAt (const std::string& id);
    const DeviceRow* pointedAt() const;

    /** For what is beside it and has the keyboard. */
    bool takeArrow (const juce::KeyPress& key) { return list.keyPressed (key); }
    void choose();
    void refresh() { list.repaint(); }

    void resized() override;
    void paintOverChildren (juce::Graphics& graphics) override;

private:
    int getNumRows() override { return static_cast<int> (places.size()); }
    void paintListBoxItem (int row,
                           juce::Graphics& graphics,
                           int width,
                           int height,
                           bool isSelected) override;
    juce::String getNameForRow (int row) override;
    void selectedRowsChanged (int row) override;
    void returnKeyPressed (int row) override;
    void listBoxItemDoubleClicked (int row, const juce::MouseEvent& event) override;
    const DeviceRow* rowAt (int row) const;

    DeviceRows shown;
    std::vector<std::size_t> places;
    juce::ListBox list;
};

} // namespace ui
