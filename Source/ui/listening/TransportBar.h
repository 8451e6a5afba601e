// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/parts/PushButton.h"

namespace ui
{

/** Play, time, and what the ear is lent: loop, A/B, Lost, noise, quick cycle. */
class TransportBar final : public juce::Component
{
public:
    explicit TransportBar (Actions& actions);

    void show (const TransportView& transport, const KeyBindings& keys);
    void paint (juce::Graphics& graphics) override;
    void resized() override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    void showButtons();

    /** What is meant, beside the buttons, as far as there is room. */
    void showDetails (int room);
    void showKeys (const KeyBindings& keys);

    TransportView shown;
    KeyBindings keysShown { std::vector<KeyBindings::Binding> {} };
    juce::String clockShown; ///< so that the clock is painted ten times a second, not more often
    juce::Rectangle<int> clockArea;

    PushButton play;
    PushButton loop;
    PushButton compare;
    PushButton lost;
    PushButton noise;
    PushButton cycle;
    PushButton playlist;
    PushButton notes;
};

} // namespace ui
