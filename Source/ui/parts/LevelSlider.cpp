// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/LevelSlider.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"
#include "ui/look/Words.h"

namespace ui
{

LevelSlider::LevelSlider (const juce::String& name, const SliderScale& wantedScale)
    : juce::Slider (LinearHorizontal, NoTextBox),
      scale (wantedScale)
{
    setTitle (name);
    setRange (scale.lowest, scale.highest, scale.step);
    setDoubleClickReturnValue (true, scale.usual);
    setValue (scale.usual, juce::dontSendNotification);
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
}

void LevelSlider::showValue (double value)
{
    if (! isMouseButtonDown())
        setValue (value, juce::dontSendNotification);
}

juce::String LevelSlider::getTextFromValue (double value)
{
    const auto number = scale.step < 1.0
                            ? oneDecimal (value)
                            : oneDecimal (value).upToFirstOccurrenceOf (".", false, false);
    return number + " " + scale.unit;
}

void LevelSlider::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    auto bounds = getLocalBounds();
    const auto textArea = bounds.removeFromRight (sliderValueWidth).withTrimmedRight (8);
    const auto groove = bounds.reduced (sliderInset, 0)
                            .toFloat()
                            .withSizeKeepingCentre (
                                static_cast<float> (bounds.getWidth() - 2 * sliderInset), 4.0f);
    const auto x = groove.getX()
                   + groove.getWidth()
                         * static_cast<float> (valueToProportionOfLength (getValue()));
    const auto ink = isEnabled() ? colours.ink : colours.quietInk;

    graphics.setColour (colours.edge);
    graphics.fillRoundedRectangle (groove, 2.0f);
    graphics.setColour (ink);
    graphics.fillRoundedRectangle (groove.withRight (x), 2.0f);
    graphics.fillEllipse (
        juce::Rectangle<float> { 16.0f, 16.0f }.withCentre ({ x, groove.getCentreY() }));
    graphics.setColour (colours.panel);
    graphics.fillEllipse (
        juce::Rectangle<float> { 6.0f, 6.0f }.withCentre ({ x, groove.getCentreY() }));

    graphics.setColour (ink);
    write (graphics,
           getTextFromValue (getValue()),
           textArea,
           font (TextSize::body),
           juce::Justification::centredRight);

    if (hasKeyboardFocus (false))
        drawFocusRing (graphics, getLocalBounds().toFloat(), colours);
}

void LevelSlider::focusGained (FocusChangeType) { repaint(); }
void LevelSlider::focusLost (FocusChangeType) { repaint(); }

} // namespace ui
