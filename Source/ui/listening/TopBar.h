// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/parts/LevelSlider.h"
#include "ui/parts/PushButton.h"

namespace ui
{

/** What plays, on whose headphones, and how loud. */
class TopBar final : public juce::Component
{
public:
    explicit TopBar (Actions& actions);

    void show (const TopBarView& topBar, const KeyBindings& keys);
    void paint (juce::Graphics& graphics) override;
    void resized() override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    TopBarView shown;
    KeyBindings keysShown { std::vector<KeyBindings::Binding> {} };
    juce::Rectangle<int> trackArea;

    PushButton headphones;
    LevelSlider volume;
    PushButton dim;
    PushButton settings;
    PushButton keysButton;
};

} // namespace ui
