// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/Palette.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** How the framework's own components look in a theme. */
class Look final : public juce::LookAndFeel_V4
{
public:
    Look() { setTheme (Theme::dark); }

    void setTheme (Theme theme);
    const Palette& palette() const { return colours; }

    juce::Font getTextButtonFont (juce::TextButton& button, int height) override;
    juce::Font getLabelFont (juce::Label& label) override;
    juce::Font getComboBoxFont (juce::ComboBox& box) override;
    juce::Font getPopupMenuFont() override;

    void drawComboBox (juce::Graphics& graphics,
                       int width,
                       int height,
                       bool isPressed,
                       int buttonX,
                       int buttonY,
                       int buttonWidth,
                       int buttonHeight,
                       juce::ComboBox& box) override;
    void positionComboBoxText (juce::ComboBox& box, juce::Label& label) override;
    void drawTextEditorOutline (juce::Graphics& graphics,
                                int width,
                                int height,
                                juce::TextEditor& editor) override;
    void fillTextEditorBackground (juce::Graphics& graphics,
                                   int width,
                                   int height,
                                   juce::TextEditor& editor) override;
    void drawScrollbar (juce::Graphics& graphics,
                        juce::ScrollBar& bar,
                        int x,
                        int y,
                        int width,
                        int height,
                        bool isVertical,
                        int thumbStart,
                        int thumbSize,
                        bool isUnderMouse,
                        bool isDragged) override;
    int getDefaultScrollbarWidth() override { return 10; }
    juce::Slider::SliderLayout getSliderLayout (juce::Slider& slider) override;

private:
    Palette colours;
};

/** Of the Look that a component has from its parents; the dark one where it has none. */
const Palette& paletteOf (const juce::Component& component);

/** Around what has the keyboard focus, and seen beside the accent too: two rings, ink and ground. */
void drawFocusRing (juce::Graphics& graphics,
                    juce::Rectangle<float> around,
                    const Palette& colours);

constexpr float cornerRadius = 6.0f;

/** Of a lying slider: what its value takes at the right, and half a knob at either end. */
constexpr int sliderValueWidth = 88;
constexpr int sliderInset = 10;

} // namespace ui
