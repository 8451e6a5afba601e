// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/PlottedResponse.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <optional>
#include <vector>

namespace ui
{

/** Curves with axes, and what their strokes mean. The last one is what it is about. */
class ResponsePlot final : public juce::Component
{
public:
    explicit ResponsePlot (const juce::String& title);

    void show (const std::vector<report::PlottedResponse>& responses);

    /** A line, from which on what is drawn holds no longer. */
    void showLimit (std::optional<double> frequencyHz);

    void paint (juce::Graphics& graphics) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    void paintLegend (juce::Graphics& graphics, juce::Rectangle<int> area);
    void paintLimit (juce::Graphics& graphics, juce::Rectangle<int> area);

    std::vector<report::PlottedResponse> shown;
    std::optional<double> limitHz;
};

} // namespace ui
