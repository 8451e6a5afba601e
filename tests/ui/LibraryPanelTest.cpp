// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/SampleState.h"

namespace ui
{

namespace
{

class TheLibraryPanel : public WithFramework
{
protected:
    static MainViewState opened()
    {
        auto state = sampleState();
        state.panel = Panel::library;
        return state;
    }
};

} // namespace

TEST_F (TheLibraryPanel, auditionsWhatWasTyped)
{
    ShownView shown { opened() };
    typeInto (shown, "Search the library", "sedan front");
    pressIn (shown, "Search the library", juce::KeyPress::returnKey);
    EXPECT_EQ (shown.actions.last(), "audition car/sedan-2002-front");
}

TEST_F (TheLibraryPanel, walksThroughTheListWhileTheSearchHasTheKeyboard)
{
    ShownView shown { opened() };
    typeInto (shown, "Search the library", "airpods pro");
    pressIn (shown, "Search the library", juce::KeyPress::downKey);
    pressIn (shown, "Search the library", juce::KeyPress::returnKey);
    EXPECT_EQ (shown.actions.last(), "audition earbuds/airpods-pro-2");
}

TEST_F (TheLibraryPanel, putsADeviceOnAKey)
{
    ShownView shown { opened() };
    typeInto (shown, "Search the library", "sony wh-1000xm4");
    buttonIn (shown, "Put it on key 8").onClick();
    EXPECT_EQ (shown.actions.last(), "putOnKey 7 headphones/sony-wh-1000xm4");
}

TEST_F (TheLibraryPanel, takesADeviceOffTheKeyItIsOn)
{
    ShownView shown { opened() };
    typeInto (shown, "Search the library", "sedan front");
    EXPECT_TRUE (buttonIn (shown, "Put it on key 7").getToggleState());
    EXPECT_FALSE (buttonIn (shown, "Put it on key 6").getToggleState());
    buttonIn (shown, "Put it on key 7").onClick();
    EXPECT_EQ (shown.actions.last(), "putOnKey 6 ");
}

TEST_F (TheLibraryPanel, offersNothingWhereNothingIsFound)
{
    ShownView shown { opened() };
    typeInto (shown, "Search the library", "gramophone");
    EXPECT_FALSE (buttonIn (shown, "Listen").isEnabled());
    EXPECT_FALSE (buttonIn (shown, "Put it on key 1").isEnabled());
}

TEST_F (TheLibraryPanel, keepsToTheKindThatWasChosen)
{
    ShownView shown { opened() };
    auto& kind = dynamic_cast<juce::ComboBox&> (*componentTitled (shown.view, "Kind"));
    kind.setText ("Cars", juce::sendNotificationSync);
    ASSERT_EQ (kind.getText(), "Cars");
    buttonIn (shown, "Listen").onClick();
    EXPECT_TRUE (juce::String { shown.actions.last() }.startsWith ("audition car/"))
        << shown.actions.last();
}

TEST_F (TheLibraryPanel, closesByItsButton)
{
    ShownView shown { opened() };
    buttonIn (shown, "Close").onClick();
    EXPECT_EQ (shown.actions.last(), "perform close");
}

} // namespace ui
