// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Severity.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>
#include <optional>
#include <vector>

namespace ui
{

/** Numbered lines of a title and a few columns, to point at one of them. */
class TrackList final : public juce::Component, private juce::ListBoxModel
{
public:
    struct Line
    {
        juce::String number; ///< or what the badge in its place says
        juce::String title;
        juce::String detail;               ///< below the title
        std::vector<juce::String> columns; ///< at the right, one width each
        std::optional<analysis::Severity> badge {};
        bool isCurrent = false; ///< has a mark, and is bold
        bool isEmpty = false;   ///< a place that nothing is in

        bool operator== (const Line&) const = default;
    };

    explicit TrackList (const juce::String& title);

    void show (std::vector<Line> wanted, const juce::String& whenEmpty = {});

    /** -1: none. */
    int pointedAt() const { return list.getSelectedRow(); }
    void pointAt (int line) { list.selectRow (line); }

    std::function<void (int line)> onPoint;
    std::function<void (int line)> onChoose; ///< Return, or a double click
    std::function<void (int line)> onClick;  ///< once, where that is enough
    std::function<void (int line)> onRemove; ///< Delete

    /** Any other key. @returns whether it was taken */
    std::function<bool (const juce::KeyPress&)> onKey;

    static constexpr int columnWidth = 84;

    /** Where the last column ends, from the list's left. */
    int columnsEnd() const;

    bool keyPressed (const juce::KeyPress& key) override;
    void resized() override;
    void paintOverChildren (juce::Graphics& graphics) override;
    juce::Component& keyboardTarget() { return list; }

private:
    int getNumRows() override { return static_cast<int> (lines.size()); }
    void paintListBoxItem (int row,
                           juce::Graphics& graphics,
                           int width,
                           int height,
                           bool isSelected) override;
    juce::String getNameForRow (int row) override;
    void selectedRowsChanged (int row) override;
    void returnKeyPressed (int row) override;
    void deleteKeyPressed (int row) override;
    void listBoxItemClicked (int row, const juce::MouseEvent& event) override;
    void listBoxItemDoubleClicked (int row, const juce::MouseEvent& event) override;

    std::vector<Line> lines;
    juce::String whenEmpty;
    juce::ListBox list;
};

} // namespace ui
