// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"

namespace app
{

MainWindow::MainWindow()
    : juce::DocumentWindow ("Elsewhere", juce::Colours::black, DocumentWindow::allButtons)
{
    setUsingNativeTitleBar (true);
    setResizable (true, false);
    setResizeLimits (800, 560, 8192, 8192);
    centreWithSize (1100, 700);
    setVisible (true);
}

void MainWindow::closeButtonPressed()
{
    juce::JUCEApplicationBase::getInstance()->systemRequestedQuit();
}

} // namespace app
