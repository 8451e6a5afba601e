// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>

namespace ui
{

/** Everything inside the window. It draws values and owns none: it shows what it was shown last, and
    what the user does goes to the Actions. Message thread only.
*/
class MainView final : public juce::Component, public juce::FileDragAndDropTarget
{
public:
    static constexpr int smallestWidth = 1100;
    static constexpr int smallestHeight = 700;

    /** The actions outlive it. */
    explicit MainView (Actions& actions);
    ~MainView() override;

    /** Repaints what has changed, and nothing else. */
    void show (const MainViewState& state);

    bool keyPressed (const juce::KeyPress& key) override;
    void paint (juce::Graphics& graphics) override;
    void paintOverChildren (juce::Graphics& graphics) override;
    void resized() override;
    void parentHierarchyChanged() override;

    /** A panel that is open has it instead. */
    void focusGained (FocusChangeType cause) override;

    bool isInterestedInFileDrag (const juce::StringArray& files) override;
    void fileDragEnter (const juce::StringArray& files, int x, int y) override;
    void fileDragExit (const juce::StringArray& files) override;
    void filesDropped (const juce::StringArray& files, int x, int y) override;

private:
    void showDropping (bool isDropping);

    struct Parts;

    std::unique_ptr<Parts> parts;
};

} // namespace ui
