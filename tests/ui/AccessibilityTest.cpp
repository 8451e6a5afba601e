// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Framework.h"
#include "ui/Picture.h"
#include "ui/SampleState.h"
#include "ui/Scenes.h"

#include <gmock/gmock.h>

namespace ui
{

namespace
{

class Accessibility : public WithFramework
{};

bool isOfTheFramework (const juce::Component& component)
{
    return dynamic_cast<const juce::ScrollBar*> (&component) != nullptr
           || dynamic_cast<const juce::Viewport*> (&component) != nullptr;
}

std::vector<std::string> titlesInFocusOrder (juce::Component& root)
{
    juce::KeyboardFocusTraverser traverser;
    std::vector<std::string> titles;

    for (const auto* component : traverser.getAllComponents (&root))
        titles.push_back (component->getTitle().toStdString());

    return titles;
}

} // namespace

TEST_F (Accessibility, givesEveryControlANameAndARole)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "The framework tells only of windows on a display.";

    for (const auto& scene : basicScenes())
    {
        ShownView shown { scene.state };
        const OnDisplay display { shown.view };
        auto numControls = 0;

        forEachVisible (shown.view, [&] (juce::Component& component) {
            if (! component.getWantsKeyboardFocus() || isOfTheFramework (component))
                return;

            ++numControls;
            auto* handler = component.getAccessibilityHandler();
            ASSERT_NE (handler, nullptr) << scene.name << ": " << component.getTitle();
            EXPECT_TRUE (handler->getTitle().isNotEmpty())
                << scene.name << ": " << typeid (component).name();
            EXPECT_NE (handler->getRole(), juce::AccessibilityRole::unspecified)
                << scene.name << ": " << component.getTitle();
        });

        EXPECT_GT (numControls, 25) << scene.name;
    }
}

TEST_F (Accessibility, visitsTheMainScreenFromTopToBottom)
{
    ShownView shown { sampleState() };
    EXPECT_THAT (titlesInFocusOrder (shown.view),
                 testing::ElementsAre ("My headphones: Sennheiser HD 600",
                                       "Volume",
                                       "Dim",
                                       "Settings",
                                       "Keys",
                                       "Neutral",
                                       "Untouched",
                                       "Library",
                                       "References",
                                       "Matrix",
                                       "AirPods Pro 2 (2022)",
                                       "AirPods 3 (2021)",
                                       "Phone, typical",
                                       "Laptop, typical",
                                       "Apple HomePod mini",
                                       "Bose SoundLink Revolve",
                                       "Sedan (2002), front loudspeakers",
                                       "Sony WH-1000XM5",
                                       "Bose TV Speaker",
                                       "Position",
                                       "Stop",
                                       "Loop",
                                       "A/B: compare",
                                       "Lost: what the device takes away",
                                       "Background noise",
                                       "Quick cycle through the devices",
                                       "Playlist",
                                       "Notes",
                                       "Meters",
                                       "Check",
                                       "Reset the meters"));
}

TEST_F (Accessibility, showsWhereTheKeyboardIs)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "Without a display nothing has the keyboard.";

    ShownView shown { sampleState() };
    const OnDisplay display { shown.view };
    const auto before = pictureOf (shown.view);
    auto numShown = 0;

    for (auto* control : juce::KeyboardFocusTraverser {}.getAllComponents (&shown.view))
    {
        control->grabKeyboardFocus();
        ASSERT_TRUE (control->hasKeyboardFocus (false)) << control->getTitle();
        const auto area = shown.view.getLocalArea (control, control->getLocalBounds());

        // At least as many pixels as a ring of one pixel has.
        EXPECT_GE (pixelsThatDiffer (before, pictureOf (shown.view), area),
                   area.getWidth() + area.getHeight())
            << control->getTitle();
        ++numShown;
    }

    EXPECT_GT (numShown, 25);
}

TEST_F (Accessibility, givesTheKeyboardToAPanelThatOpens)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "Without a display nothing has the keyboard.";

    auto state = emptyState();
    state.panel = Panel::headphones;
    ShownView shown { state };
    const OnDisplay display { shown.view };
    shown.view.grabKeyboardFocus();
    EXPECT_TRUE (componentTitled (shown.view, "Search headphones")->hasKeyboardFocus (true));

    state.panel = Panel::none;
    shown.view.show (state);
    EXPECT_TRUE (shown.view.hasKeyboardFocus (false));
}

TEST_F (Accessibility, givesTheKeyboardToTheFindingsAndTakesItBack)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "Without a display nothing has the keyboard.";

    auto state = checkedState();
    ShownView shown { state };
    const OnDisplay display { shown.view };
    shown.view.grabKeyboardFocus();
    state.side = Side::findings;
    shown.view.show (state);
    EXPECT_TRUE (componentTitled (shown.view, "Findings")->hasKeyboardFocus (true));

    state.panel = Panel::matrix;
    shown.view.show (state);
    EXPECT_FALSE (componentTitled (shown.view, "Findings")->hasKeyboardFocus (true));
    state.panel = Panel::none;
    shown.view.show (state);
    EXPECT_TRUE (componentTitled (shown.view, "Findings")->hasKeyboardFocus (true));

    state.side = Side::meters;
    shown.view.show (state);
    EXPECT_TRUE (shown.view.hasKeyboardFocus (false));
}

TEST_F (Accessibility, saysThePositionAsATime)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "The framework tells only of windows on a display.";

    ShownView shown { sampleState() };
    const OnDisplay display { shown.view };
    auto* value =
        componentTitled (shown.view, "Position")->getAccessibilityHandler()->getValueInterface();
    ASSERT_NE (value, nullptr);
    EXPECT_EQ (value->getCurrentValueAsString(), "1:18");
    value->setValue (12.0);
    EXPECT_EQ (shown.actions.last(), "seek 12.00");
}

TEST_F (Accessibility, tellsWhichTileIsHeardFromTheOthers)
{
    if (! OnDisplay::isThere())
        GTEST_SKIP() << "The framework tells only of windows on a display.";

    ShownView shown { sampleState() };
    const OnDisplay display { shown.view };
    const auto isChecked = [&shown] (const char* title) {
        return componentTitled (shown.view, title)
            ->getAccessibilityHandler()
            ->getCurrentState()
            .isChecked();
    };

    EXPECT_TRUE (isChecked ("Phone, typical"));
    EXPECT_FALSE (isChecked ("Laptop, typical"));
}

} // namespace ui
