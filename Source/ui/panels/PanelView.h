// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/parts/PushButton.h"

#include <memory>

namespace ui
{

/** Something that lies over the main screen: a title, a way out, and content. While it is open, Tab
    goes round inside it. */
class PanelView : public juce::Component
{
public:
    PanelView (const juce::String& title, Actions& actions);

    virtual void show (const MainViewState& state) = 0;

    /** As wide as it would like to be. */
    virtual int widthWanted() const = 0;

    /** It takes the whole mind: what lies beside it is dimmed, and a click there closes it. */
    virtual bool isOverEverything() const { return true; }

    /** What gets the keyboard when it opens. */
    virtual juce::Component& firstToFocus() { return close; }

    /** Whether the next key is wanted, whatever it does otherwise, and has been taken. */
    virtual bool takesKey (const juce::KeyPress&) { return false; }

    /** A way out is shown, or there is none: the first run must be answered. */
    void setClosable (bool isClosable);

    void paint (juce::Graphics& graphics) override;
    void resized() override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

    static constexpr int margin = 24;
    static constexpr int gap = 8;

protected:
    virtual void layOut (juce::Rectangle<int> content) = 0;
    virtual void paintContent (juce::Graphics&) {}

    Actions& actions;

private:
    PushButton close;
};

/** The one that belongs to a panel; nullptr for none. */
std::unique_ptr<PanelView> panelViewOf (Panel panel, Actions& actions);

} // namespace ui
