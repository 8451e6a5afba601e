// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/SessionModel.h"
#include "ui/MainView.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>

namespace app
{

/** The window: it shows the model, asks with file dialogs, and remembers its place. */
class MainWindow : public juce::DocumentWindow, public Surface, private juce::Timer
{
public:
    /** @param whenClosed  called when the user closes it */
    MainWindow (SessionModel& model, std::function<void()> whenClosed);
    ~MainWindow() override;

    void show (const ui::MainViewState& state) override;
    void ask (const FileQuestion& question,
              std::function<void (std::vector<std::string>)> answer) override;
    void toggleFullScreen() override;

    /** The keys are the view's, also while nothing in it has been clicked. */
    void focusGained (FocusChangeType cause) override;
    bool keyPressed (const juce::KeyPress& key) override;

    void closeButtonPressed() override;
    void moved() override;
    void resized() override;

private:
    void remember();
    void followDisplay();
    void timerCallback() override;

    SessionModel& model;
    std::function<void()> close;
    ui::MainView view;
    std::unique_ptr<juce::FileChooser> chooser;
    int scalePercent = 0; ///< as in the settings
    bool isThere = false; ///< before, its place is not the user's choice
};

} // namespace app
