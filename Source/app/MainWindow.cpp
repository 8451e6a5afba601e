// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"

#include "app/desktop/Icon.h"
#include "app/desktop/WindowScale.h"

namespace app
{

namespace
{

/** As long as this after it was moved it lies where it was to be. */
constexpr int millisecondsAtRest = 300;

juce::String text (const std::string& utf8) { return juce::CharPointer_UTF8 { utf8.c_str() }; }

int percentOf (const ui::MainViewState& state)
{
    return text (state.settings.scale.chosen).getIntValue();
}

int flagsOf (FileQuestion::Kind kind)
{
    using Flags = juce::FileBrowserComponent;

    switch (kind)
    {
    case FileQuestion::Kind::newFile:
        return Flags::saveMode | Flags::canSelectFiles | Flags::warnAboutOverwriting;
    case FileQuestion::Kind::oneFile:
        return Flags::openMode | Flags::canSelectFiles;
    case FileQuestion::Kind::filesAndFolders:
        break;
    }

    return Flags::openMode | Flags::canSelectFiles | Flags::canSelectMultipleItems;
}

} // namespace

MainWindow::MainWindow (SessionModel& shown, std::function<void()> whenClosed)
    : juce::DocumentWindow ("Elsewhere", juce::Colours::black, DocumentWindow::allButtons),
      model (shown),
      close (std::move (whenClosed)),
      view (shown)
{
    scalePercent = percentOf (model.state());
    setWindowScale (scalePercent, {});
    setUsingNativeTitleBar (true);
    setResizable (true, false);
    setContentNonOwned (&view, false);
    setResizeLimits (ui::MainView::smallestWidth, ui::MainView::smallestHeight, 8192, 8192);
    centreWithSize (ui::MainView::smallestWidth, ui::MainView::smallestHeight);

    // Its place was kept in the scale of the display that it was on.
    if (const auto& place = model.settings().window; ! place.empty())
        for (int time = 0; time < 2; ++time)
        {
            restoreWindowStateFromString (text (place));
            setWindowScale (scalePercent, getBounds());
        }

    // Visible first: what is shown may want the keys for itself.
    setVisible (true);
    getPeer()->setIcon (iconOf (128));
    view.grabKeyboardFocus();
    model.appearOn (this);
    isThere = true;
}

MainWindow::~MainWindow() { model.appearOn (nullptr); }

void MainWindow::show (const ui::MainViewState& state)
{
    view.show (state);

    if (std::exchange (scalePercent, percentOf (state)) != percentOf (state))
        followDisplay();

    const auto title = state.topBar.track.empty() ? juce::String { "Elsewhere" }
                                                  : text (state.topBar.track) + " - Elsewhere";

    if (getName() != title)
        setName (title);
}

void MainWindow::followDisplay()
{
    const auto before = getBounds();

    if (! setWindowScale (scalePercent, before))
        return;

    if (getPeer() == nullptr || isFullScreen())
        return;

    // As much in it as before: the framework would leave it as many pixels as it had.
    const auto* const display = juce::Desktop::getInstance().getDisplays().getDisplayForRect (
        getBounds());
    const auto wanted = getBounds().withSizeKeepingCentre (before.getWidth(), before.getHeight());
    setBounds (display == nullptr ? wanted : wanted.constrainedWithin (display->userArea));
}

void MainWindow::ask (const FileQuestion& question,
                      std::function<void (std::vector<std::string>)> answer)
{
    const auto place = question.suggestion.empty()
                           ? juce::File::getSpecialLocation (juce::File::userMusicDirectory)
                           : juce::File { text (question.suggestion) };
    chooser = std::make_unique<juce::FileChooser> (
        text (question.title), place, text (question.pattern));

    // The desktop's own dialog leaves the process in its folder; relative paths are of ours.
    const auto folder = juce::File::getCurrentWorkingDirectory();
    chooser->launchAsync (flagsOf (question.kind),
                          [answer = std::move (answer), folder] (const juce::FileChooser& asked) {
                              folder.setAsCurrentWorkingDirectory();
                              std::vector<std::string> paths;

                              for (const auto& file : asked.getResults())
                                  paths.push_back (file.getFullPathName().toStdString());

                              if (! paths.empty())
                                  answer (std::move (paths));
                          });
}

void MainWindow::toggleFullScreen() { setFullScreen (! isFullScreen()); }

void MainWindow::focusGained (FocusChangeType) { view.grabKeyboardFocus(); }

bool MainWindow::keyPressed (const juce::KeyPress& key)
{
    return view.keyPressed (key) || DocumentWindow::keyPressed (key);
}

void MainWindow::closeButtonPressed() { close(); }

void MainWindow::moved()
{
    DocumentWindow::moved();
    remember();
    startTimer (millisecondsAtRest);
}

/** Not while it is being dragged. */
void MainWindow::timerCallback()
{
    stopTimer();
    followDisplay();
}

void MainWindow::resized()
{
    DocumentWindow::resized();
    remember();
}

void MainWindow::remember()
{
    if (isThere)
        model.rememberWindow (getWindowStateAsString().toStdString());
}

} // namespace app
