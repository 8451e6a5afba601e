// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <vector>

namespace ui
{

struct Palette;

/** A column of headings and labelled rows: it says where the controls go, and writes the rest. */
class Form
{
public:
    Form() = default;
    explicit Form (juce::Rectangle<int> column) : free (column) {}

    void heading (const juce::String& text);

    /** @returns the place of the control beside the label */
    juce::Rectangle<int> row (const juce::String& label);

    /** A whole line without a label, and what is left free below it. */
    juce::Rectangle<int> line (int height, int below);

    /** A sentence below a row, in so many lines. */
    void remark (const juce::String& text, int lines = 1);

    /** What is left of the column. */
    juce::Rectangle<int> rest() const { return free; }

    void paint (juce::Graphics& graphics, const Palette& colours) const;

private:
    struct Words
    {
        enum class Kind
        {
            heading,
            label,
            remark
        };

        Kind kind;
        juce::String text;
        juce::Rectangle<int> area;
    };

    juce::Rectangle<int> free;
    std::vector<Words> words;
};

} // namespace ui
