// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/Picture.h"
#include "ui/SampleState.h"

namespace ui
{

namespace
{

class TheHeadphonesPanel : public WithFramework
{
protected:
    static MainViewState neverAsked()
    {
        auto state = emptyState();
        state.panel = Panel::headphones;
        return state;
    }

    static MainViewState wearing (const Worn& pair)
    {
        auto state = neverAsked();
        state.headphones.worn = pair;
        return state;
    }
};

} // namespace

TEST_F (TheHeadphonesPanel, asksOnTheFirstRunAndTakesNoWayOut)
{
    ShownView shown { neverAsked() };
    EXPECT_NE (componentTitled (shown.view, "What do you listen with?"), nullptr);
    EXPECT_EQ (componentTitled (shown.view, "Close"), nullptr);
    EXPECT_FALSE (buttonIn (shown, "I wear these").isEnabled());
}

TEST_F (TheHeadphonesPanel, canBeClosedOnceItWasAnswered)
{
    ShownView shown { wearing ({ Worn::Kind::loudspeakers, {} }) };
    EXPECT_NE (componentTitled (shown.view, "Close"), nullptr);
    EXPECT_TRUE (buttonIn (shown, "Loudspeakers").getToggleState());
    EXPECT_FALSE (buttonIn (shown, "Not listed").getToggleState());
}

TEST_F (TheHeadphonesPanel, asksForTheCorrectionOfWhatIsPointedAt)
{
    ShownView shown { neverAsked() };
    typeInto (shown, "Search headphones", "hd 600");
    EXPECT_EQ (shown.actions.last(), "pointAt headphones/sennheiser-hd-600");
    pressIn (shown, "Search headphones", juce::KeyPress::returnKey);
    EXPECT_EQ (shown.actions.last(), "wear headphones/sennheiser-hd-600");
}

TEST_F (TheHeadphonesPanel, drawsTheCorrectionOfWhatIsPointedAtAndOfNothingElse)
{
    auto state = neverAsked();
    state.headphones.shown = sampleCorrection();
    const auto isDrawn = [&state] (const char* name) {
        ShownView shown { state };
        typeInto (shown, "Search headphones", name);
        shown.view.show (state);
        return componentTitled (shown.view, "Response and correction") != nullptr;
    };

    EXPECT_TRUE (isDrawn ("sennheiser hd 600"));
    EXPECT_FALSE (isDrawn ("sennheiser hd 650"));
}

TEST_F (TheHeadphonesPanel, takesAnAnswerForWhoeverIsNotListed)
{
    ShownView shown { neverAsked() };
    buttonIn (shown, "Not listed").onClick();
    EXPECT_EQ (shown.actions.last(), "wear not listed");
    buttonIn (shown, "Loudspeakers").onClick();
    EXPECT_EQ (shown.actions.last(), "wear loudspeakers");
}

TEST_F (TheHeadphonesPanel, switchesTheCorrectionAbove8kHzOff)
{
    ShownView shown { neverAsked() };
    ASSERT_TRUE (buttonIn (shown, "Correct above 8 kHz").getToggleState());
    buttonIn (shown, "Correct above 8 kHz").onClick();
    EXPECT_EQ (shown.actions.last(), "correctAbove8k no");
}

} // namespace ui
