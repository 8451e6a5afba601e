// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/listening/FindingsView.h"
#include "ui/listening/MetersColumn.h"

namespace ui
{

/** Two tabs: what the eye is told of the sound, and what was found in it. */
class SideColumn final : public juce::Component
{
public:
    explicit SideColumn (Actions& actions);

    void show (const MainViewState& state);

    /** Gives the keyboard to the findings where they are shown. @returns whether it did */
    bool focus();

    void paint (juce::Graphics& graphics) override;
    void resized() override;

private:
    Side shown = Side::meters;
    PushButton metersTab;
    PushButton findingsTab;
    MetersColumn meters;
    FindingsView findings;
};

} // namespace ui
