// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/MetersView.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** Third octaves of the master (a line) against what is heard (filled bars), and below what the device
    adds and takes away. */
class SpectrumDisplay final : public juce::Component
{
public:
    SpectrumDisplay();

    void show (const MetersView& meters);
    void paint (juce::Graphics& graphics) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    void paintLevels (juce::Graphics& graphics, juce::Rectangle<int> area);
    void paintDifference (juce::Graphics& graphics, juce::Rectangle<int> area);
    void paintKey (juce::Graphics& graphics, juce::Rectangle<int> area);
    juce::Rectangle<float> bandArea (std::size_t band, juce::Rectangle<int> area) const;

    MetersView shown;
};

} // namespace ui
