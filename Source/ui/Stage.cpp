// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Stage.h"

#include "ui/look/Look.h"

namespace ui
{

namespace
{

constexpr int topBarHeight = 52;
constexpr int transportHeight = 60;
constexpr int margin = 16;
constexpr int gap = 8;
constexpr int sideWidth = 284;
constexpr int waveformHeight = 144;
constexpr int smallestMiddle = 588;
constexpr int smallestAcross = 1068;

// What a larger window gives goes to the bank first.
constexpr int waveformsShare = 4;
constexpr int sideShare = 4;

} // namespace

void Stage::Veil::paint (juce::Graphics& graphics)
{
    graphics.fillAll (paletteOf (*this).ground.withAlpha (0.6f));
}

void Stage::Veil::mouseUp (const juce::MouseEvent&) { actions.perform (Command::closePanel); }

Stage::Stage (Actions& wantedActions)
    : actions (wantedActions),
      topBar (actions),
      notices (actions),
      bank (actions),
      waveform (actions),
      welcome (actions),
      side (actions),
      transport (actions),
      veil (actions)
{
    auto order = 1;

    for (auto* part : std::initializer_list<juce::Component*> {
             &topBar, &notices, &bank, &waveform, &welcome, &transport, &side })
    {
        part->setExplicitFocusOrder (order++);
        addAndMakeVisible (part);
    }

    addChildComponent (veil);
}

void Stage::show (const MainViewState& state)
{
    topBar.show (state.topBar, state.keys);
    bank.show (state);
    waveform.show (state.waveform);
    waveform.showPosition (state.transport.positionSeconds);
    waveform.setVisible (state.transport.hasTrack);
    welcome.show (state.recentFiles, state.keys);
    welcome.setVisible (! state.transport.hasTrack);
    transport.show (state.transport, state.keys);
    side.show (state);

    if (notices.show (state.notices, state.progress))
        resized();

    showPanel (state);
}

void Stage::showPanel (const MainViewState& state)
{
    if (panel == state.panel)
    {
        if (panelView != nullptr)
            panelView->show (state);

        return;
    }

    panel = state.panel;
    panelView = panelViewOf (panel, actions);
    veil.setVisible (panelView != nullptr && panelView->isOverEverything());

    if (panelView == nullptr)
        return;

    addAndMakeVisible (*panelView);
    panelView->show (state);
    layOutPanel();

    focusWhatIsOpen();
}

bool Stage::focusWhatIsOpen()
{
    if (! isShowing() || panelView == nullptr)
        return isShowing() && side.focus();

    panelView->firstToFocus().grabKeyboardFocus();
    return true;
}

bool Stage::takesKey (const juce::KeyPress& key)
{
    return panelView != nullptr && panelView->takesKey (key);
}

juce::Rectangle<int> Stage::middle() const
{
    return getLocalBounds().withTrimmedTop (topBarHeight).withTrimmedBottom (transportHeight);
}

void Stage::layOutPanel()
{
    veil.setBounds (middle());

    if (panelView == nullptr)
        return;

    const auto area = middle();
    panelView->setBounds (
        area.withLeft (area.getRight() - std::min (panelView->widthWanted(), area.getWidth())));
}

void Stage::resized()
{
    auto area = getLocalBounds();
    topBar.setBounds (area.removeFromTop (topBarHeight));
    transport.setBounds (area.removeFromBottom (transportHeight));
    area = area.reduced (margin);

    const auto wider = std::max (0, area.getWidth() - smallestAcross);
    const auto higher = std::max (0, middle().getHeight() - smallestMiddle);
    side.setBounds (area.removeFromRight (sideWidth + wider / sideShare));
    area.removeFromRight (gap);
    notices.setBounds (area.removeFromTop (notices.heightNeeded (area.getWidth())));

    const auto wave = area.removeFromBottom (waveformHeight + higher / waveformsShare);
    area.removeFromBottom (gap);
    waveform.setBounds (wave);
    welcome.setBounds (wave);
    bank.setBounds (area);
    layOutPanel();
}

} // namespace ui
