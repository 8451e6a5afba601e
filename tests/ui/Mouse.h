// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** The left button on a component: at a place, having been pressed at another. */
inline juce::MouseEvent mouseOn (juce::Component& component,
                                 juce::Point<float> place,
                                 juce::Point<float> pressedAt,
                                 int numClicks = 1)
{
    return { juce::Desktop::getInstance().getMainMouseSource(),
             place,
             juce::ModifierKeys::leftButtonModifier,
             juce::MouseInputSource::defaultPressure,
             juce::MouseInputSource::defaultOrientation,
             juce::MouseInputSource::defaultRotation,
             juce::MouseInputSource::defaultTiltX,
             juce::MouseInputSource::defaultTiltY,
             &component,
             &component,
             juce::Time::getCurrentTime(),
             pressedAt,
             juce::Time::getCurrentTime(),
             numClicks,
             place != pressedAt };
}

/** Pressed at a place, moved to another and let go. */
inline void drag (juce::Component& component, juce::Point<float> from, juce::Point<float> to)
{
    component.mouseDown (mouseOn (component, from, from));

    if (from != to)
        component.mouseDrag (mouseOn (component, to, from));

    component.mouseUp (mouseOn (component, to, from));
}

inline void doubleClick (juce::Component& component, juce::Point<float> place)
{
    component.mouseDoubleClick (mouseOn (component, place, place, 2));
}

} // namespace ui
