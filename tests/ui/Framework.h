// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MainView.h"
#include "ui/RecordedActions.h"

#include <gtest/gtest.h>

namespace ui
{

/** The framework runs for as long as a test does. */
class WithFramework : public testing::Test
{
protected:
    juce::ScopedJuceInitialiser_GUI framework;
};

/** What was posted is delivered: the framework tells of typed text afterwards. */
inline void letItWork() { juce::MessageManager::getInstance()->runDispatchLoopUntil (50); }

/** A window on a display, for what the framework does only there. */
struct OnDisplay
{
    static bool isThere()
    {
        return juce::Desktop::getInstance().getDisplays().getPrimaryDisplay() != nullptr;
    }

    explicit OnDisplay (juce::Component& wanted) : component (wanted)
    {
        component.addToDesktop (0);
        component.setVisible (true);
        letItWork();
    }

    ~OnDisplay() { component.removeFromDesktop(); }

    juce::Component& component;
};

/** A window's content at a size, showing something. */
struct ShownView
{
    explicit ShownView (const MainViewState& state, int width = 1100, int height = 700)
    {
        view.setVisible (true);
        view.setSize (width, height);
        view.show (state);
    }

    RecordedActions actions;
    MainView view { actions };
};

/** The first component, of all inside, that answers. */
template <typename Predicate>
juce::Component* findComponent (juce::Component& root, Predicate&& isIt)
{
    for (auto* child : root.getChildren())
    {
        if (isIt (*child))
            return child;

        if (auto* found = findComponent (*child, isIt))
            return found;
    }

    return nullptr;
}

inline juce::Component* componentTitled (juce::Component& root, const juce::String& title)
{
    return findComponent (root, [&title] (const juce::Component& component) {
        return component.getTitle() == title && component.isVisible();
    });
}

/** As if it had been typed. */
inline void typeInto (ShownView& shown, const juce::String& title, const juce::String& text)
{
    dynamic_cast<juce::TextEditor&> (*componentTitled (shown.view, title)).setText (text);
    letItWork();
}

/** As if it had been pressed in a field. */
inline void pressIn (ShownView& shown, const juce::String& title, int keyCode)
{
    componentTitled (shown.view, title)->keyPressed (juce::KeyPress { keyCode });
    letItWork();
}

inline juce::Button& buttonIn (ShownView& shown, const juce::String& title)
{
    return dynamic_cast<juce::Button&> (*componentTitled (shown.view, title));
}

template <typename Visitor>
void forEachVisible (juce::Component& root, Visitor&& visit)
{
    for (auto* child : root.getChildren())
    {
        if (! child->isVisible())
            continue;

        visit (*child);
        forEachVisible (*child, visit);
    }
}

} // namespace ui
