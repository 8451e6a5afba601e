// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** What a slider can be set to. */
struct SliderScale
{
    double lowest;
    double highest;
    double step;
    double usual; ///< a double click goes there
    juce::String unit;
};

/** A lying slider with its value beside it. Arrow keys, wheel, drag, double click. */
class LevelSlider final : public juce::Slider
{
public:
    LevelSlider (const juce::String& name, const SliderScale& scale);

    /** Without telling anybody, and not while it is being dragged. */
    void showValue (double value);

    juce::String getTextFromValue (double value) override;
    void paint (juce::Graphics& graphics) override;
    void focusGained (FocusChangeType cause) override;
    void focusLost (FocusChangeType cause) override;

private:
    SliderScale scale;
};

} // namespace ui
