// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/Lettering.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <vector>

namespace ui
{

/** Words to be read to their end, however little room there is: it scrolls, by keys too. */
class ReadingText final : public juce::Viewport
{
public:
    struct Paragraph
    {
        enum class Tone
        {
            loud,
            quiet ///< smaller
        };

        juce::String text;
        Tone tone = Tone::loud;

        bool operator== (const Paragraph&) const = default;
    };

    explicit ReadingText (const juce::String& title);

    void show (std::vector<Paragraph> wanted);

    void resized() override;
    void paintOverChildren (juce::Graphics& graphics) override;
    void focusGained (FocusChangeType cause) override;
    void focusLost (FocusChangeType cause) override;

private:
    class Page final : public juce::Component
    {
    public:
        void paint (juce::Graphics& graphics) override;
        int heightFor (int width) const;
        std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

        std::vector<Paragraph> paragraphs;
    };

    void layOut();

    Page page;
};

} // namespace ui
