// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace app
{

/** The one window of the app. */
class MainWindow : public juce::DocumentWindow
{
public:
    MainWindow();

    void closeButtonPressed() override;
};

} // namespace app
