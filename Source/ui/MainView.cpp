// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainView.h"

#include "ui/Stage.h"
#include "ui/look/KeyName.h"
#include "ui/look/Lettering.h"
#include "ui/look/Look.h"

#include <algorithm>

namespace ui
{

namespace
{

/** How much larger than at the smallest size everything is drawn. Half of what a larger window gives
    goes into the size of things, the other half into room. */
float scaleFor (int width, int height)
{
    const auto growth = std::min (static_cast<float> (width) / MainView::smallestWidth,
                                  static_cast<float> (height) / MainView::smallestHeight);
    return std::max (1.0f, 1.0f + 0.5f * (growth - 1.0f));
}

std::vector<std::string> asPaths (const juce::StringArray& files)
{
    std::vector<std::string> paths;

    for (const auto& file : files)
        paths.push_back (file.toStdString());

    return paths;
}

} // namespace

struct MainView::Parts
{
    explicit Parts (Actions& wanted) : actions (wanted), stage (wanted) {}

    Actions& actions;
    Look look;
    Stage stage;
    KeyBindings keys;
    Theme theme = Theme::dark;
    Panel panel = Panel::none;
    Side side = Side::meters;
    bool isDropping = false;
};

MainView::MainView (Actions& actions) : parts (std::make_unique<Parts> (actions))
{
    setTitle ("Elsewhere");
    setLookAndFeel (&parts->look);
    setWantsKeyboardFocus (true);
    setOpaque (true);
    addAndMakeVisible (parts->stage);
}

MainView::~MainView() { setLookAndFeel (nullptr); }

void MainView::show (const MainViewState& state)
{
    parts->keys = state.keys;

    if (parts->theme != state.theme)
    {
        parts->theme = state.theme;
        parts->look.setTheme (state.theme);
        sendLookAndFeelChange();
        repaint();
    }

    const bool isSamePanel = std::exchange (parts->panel, state.panel) == state.panel;
    const bool isSameSide = std::exchange (parts->side, state.side) == state.side;
    parts->stage.show (state);

    // The keys belong to the main screen again, or to the findings beside it.
    if ((! isSamePanel || ! isSameSide) && state.panel == Panel::none && isShowing()
        && ! parts->stage.focusWhatIsOpen())
        grabKeyboardFocus();
}

bool MainView::keyPressed (const juce::KeyPress& key)
{
    if (parts->stage.takesKey (key))
        return true;

    const auto command = parts->keys.commandOf (keyName (key));

    if (! command)
        return false;

    parts->actions.perform (*command);
    return true;
}

void MainView::paint (juce::Graphics& graphics) { graphics.fillAll (paletteOf (*this).ground); }

void MainView::paintOverChildren (juce::Graphics& graphics)
{
    if (! parts->isDropping)
        return;

    const auto& colours = paletteOf (*this);
    graphics.fillAll (colours.ground.withAlpha (0.75f));
    graphics.setColour (colours.accentInk);
    graphics.drawRect (getLocalBounds().reduced (8), 4);
    graphics.setColour (colours.ink);
    write (graphics,
           parts->panel == Panel::playlist ? "Drop to add to the playlist" : "Drop to open",
           getLocalBounds(),
           font (TextSize::numeral, Weight::bold),
           juce::Justification::centred);
}

void MainView::resized()
{
    const auto scale = scaleFor (getWidth(), getHeight());
    parts->stage.setTransform (juce::AffineTransform::scale (scale));
    parts->stage.setBounds (
        0,
        0,
        static_cast<int> (std::ceil (static_cast<float> (getWidth()) / scale)),
        static_cast<int> (std::ceil (static_cast<float> (getHeight()) / scale)));
}

void MainView::parentHierarchyChanged()
{
    if (isShowing())
        grabKeyboardFocus();
}

void MainView::focusGained (FocusChangeType) { parts->stage.focusWhatIsOpen(); }

void MainView::showDropping (bool isDropping)
{
    parts->isDropping = isDropping;
    repaint();
}

bool MainView::isInterestedInFileDrag (const juce::StringArray&) { return true; }
void MainView::fileDragEnter (const juce::StringArray&, int, int) { showDropping (true); }
void MainView::fileDragExit (const juce::StringArray&) { showDropping (false); }

void MainView::filesDropped (const juce::StringArray& files, int, int)
{
    showDropping (false);

    if (parts->panel == Panel::playlist)
        parts->actions.append (asPaths (files));
    else
        parts->actions.open (asPaths (files));
}

} // namespace ui
