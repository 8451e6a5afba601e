// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>

namespace ui
{

/** Words to be typed, in our colours. Keys that a list wants, of what the words select, go to it. */
class TextField final : public juce::TextEditor
{
public:
    enum class Lines
    {
        one,
        many
    };

    TextField (const juce::String& title, const juce::String& whenEmpty, Lines lines = Lines::one);

    /** Up, down and their pages. @returns whether it was taken */
    std::function<bool (const juce::KeyPress&)> onArrow;

    bool keyPressed (const juce::KeyPress& key) override;
    void lookAndFeelChanged() override;
    void parentHierarchyChanged() override;

private:
    void takeColours();

    juce::String whenEmpty;
};

} // namespace ui
