// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>

namespace app
{

/** elsewhere-app, from its start to its end. */
class Application : public juce::JUCEApplication
{
public:
    /** Without a display there is no window: the app says so and ends with this. */
    static constexpr int noDisplay = 2;

    const juce::String getApplicationName() override { return "Elsewhere"; }
    const juce::String getApplicationVersion() override;
    bool moreThanOneInstanceAllowed() override { return true; }

    void initialise (const juce::String& commandLine) override;
    void shutdown() override;
    void systemRequestedQuit() override { quit(); }

private:
    std::unique_ptr<juce::DocumentWindow> window;
};

} // namespace app
