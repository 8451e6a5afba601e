// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/MetersView.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** What the path does to the level, and how the two channels agree. */
class GainReadouts final : public juce::Component
{
public:
    GainReadouts();

    static constexpr int heightNeeded = 28 * 4;

    void show (const MetersView& meters);
    void paint (juce::Graphics& graphics) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    void paintCorrelation (juce::Graphics& graphics, juce::Rectangle<int> line);
    void paintReduction (juce::Graphics& graphics,
                         juce::Rectangle<int> line,
                         const juce::String& name,
                         double gainDb);

    MetersView shown;
};

} // namespace ui
