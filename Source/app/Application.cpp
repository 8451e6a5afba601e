// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "app/MainWindow.h"

#include <iostream>

namespace app
{

const juce::String Application::getApplicationVersion() { return ELSEWHERE_VERSION; }

void Application::initialise (const juce::String&)
{
    if (juce::Desktop::getInstance().getDisplays().getPrimaryDisplay() == nullptr)
    {
        std::cerr << "elsewhere-app opens a window, and there is no display to open it on.\n"
                     "The command line needs none: elsewhere --help\n";
        setApplicationReturnValue (noDisplay);
        quit();
        return;
    }

    window = std::make_unique<MainWindow>();
}

void Application::shutdown() { window.reset(); }

} // namespace app
