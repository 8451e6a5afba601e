// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PanelView.h"

#include "ui/look/Lettering.h"
#include "ui/look/Look.h"

namespace ui
{

namespace
{

constexpr int headHeight = 64;

} // namespace

PanelView::PanelView (const juce::String& title, Actions& wantedActions)
    : actions (wantedActions),
      close ("Close", PushButton::Stance::bare)
{
    setTitle (title);
    setFocusContainerType (FocusContainerType::keyboardFocusContainer);
    close.setKey ("Esc");
    close.onClick = [this] { actions.perform (Command::closePanel); };
    close.setExplicitFocusOrder (1000); // last: one comes for the content
    addAndMakeVisible (close);
}

void PanelView::setClosable (bool isClosable) { close.setVisible (isClosable); }

void PanelView::paint (juce::Graphics& graphics)
{
    const auto& colours = paletteOf (*this);
    graphics.fillAll (colours.panel);
    graphics.setColour (colours.edge);
    graphics.drawRect (getLocalBounds());
    graphics.setColour (colours.ink);
    write (graphics,
           getTitle(),
           getLocalBounds().removeFromTop (headHeight).reduced (margin, 0).withTrimmedRight (120),
           font (TextSize::large, Weight::bold));
    paintContent (graphics);
}

void PanelView::resized()
{
    auto area = getLocalBounds();
    auto head = area.removeFromTop (headHeight).reduced (margin, 0);
    close.setBounds (
        head.removeFromRight (close.widthNeeded()).withSizeKeepingCentre (close.widthNeeded(), 40));
    layOut (area.reduced (margin, 0).withTrimmedBottom (margin));
}

std::unique_ptr<juce::AccessibilityHandler> PanelView::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this,
                                                         juce::AccessibilityRole::dialogWindow);
}

} // namespace ui
