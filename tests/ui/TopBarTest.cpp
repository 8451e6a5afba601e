// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/Mouse.h"
#include "ui/SampleState.h"

namespace ui
{

namespace
{

class TheTopBar : public WithFramework
{};

} // namespace

TEST_F (TheTopBar, doesNotTurnTheVolumeUpByAClick)
{
    ShownView shown { sampleState() };
    auto& volume = dynamic_cast<juce::Slider&> (*componentTitled (shown.view, "Volume"));
    drag (volume, { 110.0f, 18.0f }, { 110.0f, 18.0f });
    doubleClick (volume, { 110.0f, 18.0f });
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
