// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/MainWindow.h"

namespace app
{

/** elsewhere-app, from its start to its end. */
class Application : public juce::JUCEApplication, private juce::Timer
{
public:
    static constexpr int noLibrary = 1;

    /** Without a display there is no window: the app says so and ends with this. */
    static constexpr int noDisplay = 2;

    const juce::String getApplicationName() override { return "Elsewhere"; }
    const juce::String getApplicationVersion() override;
    bool moreThanOneInstanceAllowed() override { return true; }

    void initialise (const juce::String& commandLine) override;
    void shutdown() override;
    void systemRequestedQuit() override { quit(); }

private:
    void timerCallback() override;
    bool explain (const juce::StringArray& arguments);
    void giveUp (const std::string& why, int exitCode);

    std::unique_ptr<SessionModel> model;
    std::unique_ptr<MainWindow> window;
};

} // namespace app
