// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/SettingsView.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>

namespace ui
{

/** One of several, by id. */
class ChoiceBox final : public juce::ComboBox
{
public:
    explicit ChoiceBox (const juce::String& title);

    std::function<void (const std::string& id)> onChosen;

    void show (const ChoiceOfOne& choice);

private:
    ChoiceOfOne shown;
};

} // namespace ui
