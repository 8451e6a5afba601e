// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/Mouse.h"
#include "ui/PaintedText.h"
#include "ui/SampleState.h"
#include "ui/parts/ReadingText.h"

namespace ui
{

namespace
{

class TheFindings : public WithFramework
{
protected:
    static MainViewState found()
    {
        auto state = checkedState();
        state.side = Side::findings;
        return state;
    }

    static juce::ListBox& listIn (ShownView& shown)
    {
        return dynamic_cast<juce::ListBox&> (*componentTitled (shown.view, "Findings"));
    }

    static void click (juce::ListBox& list, int row, int numClicks = 1)
    {
        list.selectRow (row);
        list.getModel()->listBoxItemClicked (row, mouseOn (list, {}, {}, numClicks));
    }

    static constexpr auto intended = "Intended: no alarm on this track any more";
};

} // namespace

TEST_F (TheFindings, takeTheMetersPlaceAndGiveItBack)
{
    ShownView shown { checkedState() };
    EXPECT_NE (componentTitled (shown.view, "Loudness and peak"), nullptr);
    EXPECT_FALSE (componentTitled (shown.view, "Translation check"));
    EXPECT_TRUE (buttonIn (shown, "Meters").getToggleState());
    EXPECT_EQ (buttonIn (shown, "Check").getDescription(), "2 found");

    buttonIn (shown, "Meters").onClick();
    EXPECT_TRUE (shown.actions.did.empty()) << "they are shown";
    buttonIn (shown, "Check").onClick();
    EXPECT_EQ (shown.actions.last(), "perform check");

    shown.view.show (found());
    EXPECT_NE (componentTitled (shown.view, "Translation check"), nullptr);
    EXPECT_TRUE (buttonIn (shown, "Check").getToggleState());
    shown.actions.did.clear();
    buttonIn (shown, "Check").onClick();
    EXPECT_TRUE (shown.actions.did.empty());
    buttonIn (shown, "Meters").onClick();
    EXPECT_EQ (shown.actions.last(), "perform check");
}

TEST_F (TheFindings, leaveTheWholeBankInSight)
{
    ShownView shown { found() };

    for (const auto* name : { "Phone, typical", "Bose TV Speaker", "Position" })
    {
        auto* part = componentTitled (shown.view, name);
        const auto corner = part->getLocalBounds().getBottomRight() - juce::Point<int> { 2, 2 };
        EXPECT_EQ (shown.view.getComponentAt (shown.view.getLocalPoint (part, corner)), part)
            << name;
    }
}

TEST_F (TheFindings, areHeardByOneClickAndByReturn)
{
    ShownView shown { found() };
    auto& list = listIn (shown);
    click (list, 1);
    EXPECT_EQ (shown.actions.did, std::vector<std::string> { "hearFinding 1" });
    click (list, 1, 2);
    list.getModel()->listBoxItemDoubleClicked (1, mouseOn (list, {}, {}, 2));
    EXPECT_EQ (shown.actions.did.size(), 1u) << "twice would be its next place";
    list.selectRow (3);
    EXPECT_EQ (shown.actions.did.size(), 1u) << "who reads on is not interrupted";
    list.keyPressed (juce::KeyPress { juce::KeyPress::returnKey });
    EXPECT_EQ (shown.actions.last(), "hearFinding 3");
}

TEST_F (TheFindings, areSilencedAndBroughtBack)
{
    auto state = found();
    ShownView shown { state };
    auto& list = listIn (shown);
    EXPECT_EQ (list.getSelectedRow(), 0);
    buttonIn (shown, intended).onClick();
    EXPECT_EQ (shown.actions.last(), "setIntended 0 yes");
    list.selectRow (2);
    EXPECT_TRUE (buttonIn (shown, intended).getToggleState());
    buttonIn (shown, intended).onClick();
    EXPECT_EQ (shown.actions.last(), "setIntended 2 no");
}

TEST_F (TheFindings, followTheOneThatIsHeardUntilSomebodyPoints)
{
    auto state = found();
    ShownView shown { state };
    listIn (shown).selectRow (2);
    shown.view.show (state);
    EXPECT_EQ (listIn (shown).getSelectedRow(), 2) << "who points is let point";
    state.check.pointedAt = 3;
    shown.view.show (state);
    EXPECT_EQ (listIn (shown).getSelectedRow(), 3);
}

TEST_F (TheFindings, areLookedForAndLookingIsBrokenOff)
{
    auto state = sampleState();
    state.side = Side::findings;
    ShownView shown { state };
    buttonIn (shown, "Check the track").onClick();
    EXPECT_EQ (shown.actions.last(), "perform run-check");
    EXPECT_EQ (componentTitled (shown.view, "Export the report"), nullptr) << "there is none";
    state.check.isRunning = true;
    shown.view.show (state);
    buttonIn (shown, "Break off the check").onClick();
    EXPECT_EQ (shown.actions.last(), "perform run-check");
}

TEST_F (TheFindings, areComparedWithTheUsersReferencesWhenThatIsWished)
{
    auto state = found();
    ShownView shown { state };
    auto& ownNorms = buttonIn (shown, "Compare with my reference tracks");
    ownNorms.onClick();
    EXPECT_EQ (shown.actions.last(), "chooseNorms references");
    state.check.norms = Norms::references;
    shown.view.show (state);
    EXPECT_TRUE (ownNorms.getToggleState());
    ownNorms.onClick();
    EXPECT_EQ (shown.actions.last(), "chooseNorms delivered");
    state.check.isRunning = true;
    shown.view.show (state);
    EXPECT_FALSE (ownNorms.isVisible()) << "not for what is being checked";
}

TEST_F (TheFindings, getTheKeyboardFromTheButtonTheyWereWaitedForWith)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "Without a display nothing has the keyboard.";

    auto state = sampleState();
    state.side = Side::findings;
    ShownView shown { state };
    const OnDisplay display { shown.view };
    buttonIn (shown, "Check the track").grabKeyboardFocus();
    shown.view.show (found());
    EXPECT_TRUE (listIn (shown).hasKeyboardFocus (true));
}

TEST_F (TheFindings, beginWithAVerdictThatIsNeverCut)
{
    auto state = found();
    state.check.verdict = "No problem on any of 18 devices; worth a listen on AirPods 3 (2021), "
                          "phones, laptops and AirPods 3 (2021) in the train; the file itself: a "
                          "likely problem.";
    ShownView shown { state };
    auto& view = *componentTitled (shown.view, "Translation check");

    for (auto* child : view.getChildren())
        child->setVisible (false);

    EXPECT_GT (paintedText (view).numGlyphs, 100);
    EXPECT_EQ (paintedText (view).numShortened, 0);
}

TEST_F (TheFindings, sayAllThatIsKnownHoweverLongItIs)
{
    auto state = found();
    auto rows = *state.check.findings;
    rows[0].reasons.assign (12, "Share of the time in which it cannot be followed: 91 %.");
    state.check.findings = std::make_shared<const std::vector<FindingRow>> (rows);
    ShownView shown { state };
    auto& details = dynamic_cast<ReadingText&> (*componentTitled (shown.view, "About the finding"));
    EXPECT_GT (details.getViewedComponent()->getHeight(), details.getHeight());
    EXPECT_EQ (paintedText (*details.getViewedComponent()).numShortened, 0);
    EXPECT_TRUE (details.getWantsKeyboardFocus()) << "it scrolls by keys";
    EXPECT_TRUE (details.keyPressed (juce::KeyPress { juce::KeyPress::downKey }));
    letItWork();
    EXPECT_GT (details.getViewPositionY(), 0);
    listIn (shown).selectRow (2);
    EXPECT_EQ (details.getViewPositionY(), 0);
    EXPECT_FALSE (details.getWantsKeyboardFocus()) << "there is nothing to scroll";
}

} // namespace ui
