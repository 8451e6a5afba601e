// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Look.h"

#include "ui/look/Lettering.h"

namespace ui
{

void Look::setTheme (Theme theme)
{
    colours = ui::paletteOf (theme);

    setColour (juce::ResizableWindow::backgroundColourId, colours.ground);
    setColour (juce::Label::textColourId, colours.ink);
    setColour (juce::TextEditor::textColourId, colours.ink);
    setColour (juce::TextEditor::highlightColourId, colours.accent);
    setColour (juce::TextEditor::highlightedTextColourId, colours.onAccent);
    setColour (juce::CaretComponent::caretColourId, colours.ink);
    setColour (juce::ComboBox::textColourId, colours.ink);
    setColour (juce::PopupMenu::backgroundColourId, colours.panel);
    setColour (juce::PopupMenu::textColourId, colours.ink);
    setColour (juce::PopupMenu::headerTextColourId, colours.quietInk);
    setColour (juce::PopupMenu::highlightedBackgroundColourId, colours.hovered);
    setColour (juce::PopupMenu::highlightedTextColourId, colours.ink);
    setColour (juce::ListBox::backgroundColourId, juce::Colours::transparentBlack);
    setColour (juce::ListBox::outlineColourId, juce::Colours::transparentBlack);
}

juce::Font Look::getTextButtonFont (juce::TextButton&, int) { return font (TextSize::body); }
juce::Font Look::getLabelFont (juce::Label&) { return font (TextSize::body); }
juce::Font Look::getComboBoxFont (juce::ComboBox&) { return font (TextSize::body); }
juce::Font Look::getPopupMenuFont() { return font (TextSize::body); }

void Look::drawComboBox (juce::Graphics& graphics,
                         int width,
                         int height,
                         bool,
                         int,
                         int,
                         int,
                         int,
                         juce::ComboBox& box)
{
    const auto bounds = juce::Rectangle<int> { width, height }.toFloat();
    const auto ground = box.isMouseOver (true) ? colours.hovered : colours.raised;
    graphics.setColour (box.isEnabled() ? ground : colours.panel);
    graphics.fillRoundedRectangle (bounds, cornerRadius);
    graphics.setColour (colours.edge);
    graphics.drawRoundedRectangle (bounds.reduced (0.5f), cornerRadius, 1.0f);

    juce::Path arrow;
    const auto centre = juce::Point<float> { bounds.getRight() - 18.0f, bounds.getCentreY() };
    arrow.startNewSubPath (centre.translated (-5.0f, -2.5f));
    arrow.lineTo (centre.translated (0.0f, 2.5f));
    arrow.lineTo (centre.translated (5.0f, -2.5f));
    graphics.setColour (box.isEnabled() ? colours.ink : colours.quietInk);
    graphics.strokePath (arrow, juce::PathStrokeType { 2.0f });

    if (box.hasKeyboardFocus (true))
        drawFocusRing (graphics, bounds, colours);
}

void Look::positionComboBoxText (juce::ComboBox& box, juce::Label& label)
{
    label.setBounds (box.getLocalBounds().withTrimmedLeft (8).withTrimmedRight (32));
    label.setFont (font (TextSize::body));
}

void Look::drawTextEditorOutline (juce::Graphics& graphics,
                                  int width,
                                  int height,
                                  juce::TextEditor& editor)
{
    const auto bounds = juce::Rectangle<int> { width, height }.toFloat();
    graphics.setColour (colours.edge);
    graphics.drawRoundedRectangle (bounds.reduced (0.5f), cornerRadius, 1.0f);

    if (editor.hasKeyboardFocus (true))
        drawFocusRing (graphics, bounds, colours);
}

void Look::fillTextEditorBackground (juce::Graphics& graphics,
                                     int width,
                                     int height,
                                     juce::TextEditor&)
{
    graphics.setColour (colours.ground);
    graphics.fillRoundedRectangle (juce::Rectangle<int> { width, height }.toFloat(), cornerRadius);
}

void Look::drawScrollbar (juce::Graphics& graphics,
                          juce::ScrollBar&,
                          int x,
                          int y,
                          int width,
                          int height,
                          bool isVertical,
                          int thumbStart,
                          int thumbSize,
                          bool isUnderMouse,
                          bool isDragged)
{
    const auto bar = juce::Rectangle<int> { x, y, width, height };
    const auto thumb = isVertical ? bar.withY (thumbStart).withHeight (thumbSize)
                                  : bar.withX (thumbStart).withWidth (thumbSize);
    graphics.setColour (isUnderMouse || isDragged ? colours.quietInk : colours.edge);
    graphics.fillRoundedRectangle (thumb.toFloat().reduced (2.0f), 3.0f);
}

juce::Slider::SliderLayout Look::getSliderLayout (juce::Slider& slider)
{
    juce::Slider::SliderLayout layout;
    layout.sliderBounds =
        slider.getLocalBounds().withTrimmedRight (sliderValueWidth).reduced (sliderInset, 0);
    return layout;
}

const Palette& paletteOf (const juce::Component& component)
{
    static const auto dark = paletteOf (Theme::dark);
    const auto* look = dynamic_cast<const Look*> (&component.getLookAndFeel());
    return look == nullptr ? dark : look->palette();
}

void drawFocusRing (juce::Graphics& graphics, juce::Rectangle<float> around, const Palette& colours)
{
    graphics.setColour (colours.ink);
    graphics.drawRoundedRectangle (around.reduced (1.0f), cornerRadius, 2.0f);
    graphics.setColour (colours.ground);
    graphics.drawRoundedRectangle (around.reduced (2.5f), cornerRadius - 1.5f, 1.0f);
}

} // namespace ui
