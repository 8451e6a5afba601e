// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/SampleState.h"

namespace ui
{

namespace
{

class TheTopBar : public WithFramework
{
protected:
    /** Pressed at a place, moved to another and let go. */
    static void drag (juce::Component& component, juce::Point<float> from, juce::Point<float> to)
    {
        const auto at = [&] (juce::Point<float> place) {
            return juce::MouseEvent { juce::Desktop::getInstance().getMainMouseSource(),
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
                                      from,
                                      juce::Time::getCurrentTime(),
                                      1,
                                      place != from };
        };

        component.mouseDown (at (from));

        if (from != to)
            component.mouseDrag (at (to));

        component.mouseUp (at (to));
    }
};

} // namespace

TEST_F (TheTopBar, doesNotTurnTheVolumeUpByAClick)
{
    ShownView shown { sampleState() };
    auto& volume = dynamic_cast<juce::Slider&> (*componentTitled (shown.view, "Volume"));
    drag (volume, { 110.0f, 18.0f }, { 110.0f, 18.0f });
    volume.mouseDoubleClick ({ juce::Desktop::getInstance().getMainMouseSource(),
                               { 110.0f, 18.0f },
                               juce::ModifierKeys::leftButtonModifier,
                               juce::MouseInputSource::defaultPressure,
                               juce::MouseInputSource::defaultOrientation,
                               juce::MouseInputSource::defaultRotation,
                               juce::MouseInputSource::defaultTiltX,
                               juce::MouseInputSource::defaultTiltY,
                               &volume,
                               &volume,
                               juce::Time::getCurrentTime(),
                               { 110.0f, 18.0f },
                               juce::Time::getCurrentTime(),
                               2,
                               false });
    EXPECT_TRUE (shown.actions.did.empty()) << shown.actions.last();
    EXPECT_DOUBLE_EQ (volume.getValue(), sampleState().topBar.volumeDb);
}

TEST_F (TheTopBar, turnsTheVolumeByADrag)
{
    ShownView shown { sampleState() };
    auto& volume = dynamic_cast<juce::Slider&> (*componentTitled (shown.view, "Volume"));
    drag (volume, { 60.0f, 18.0f }, { 50.0f, 18.0f });
    EXPECT_LT (volume.getValue(), sampleState().topBar.volumeDb);
    EXPECT_TRUE (juce::String { shown.actions.last() }.startsWith ("setVolume -"));
}

} // namespace ui
