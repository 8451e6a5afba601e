// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/PushButton.h"
#include "ui/values/MetersView.h"

#include <array>

namespace ui
{

class Actions;

/** Loudness and peak, of the master and of what is heard. */
class LoudnessTable final : public juce::Component
{
public:
    explicit LoudnessTable (Actions& actions);

    static constexpr int heightNeeded = 26 * 6;

    void show (const MetersView& meters);
    void paint (juce::Graphics& graphics) override;
    void resized() override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    struct Row
    {
        juce::String name;
        juce::String spoken;
        juce::String master;
        juce::String heard;
        juce::String unit;

        bool operator== (const Row&) const = default;
    };

    static std::array<Row, 5> rowsOf (const MetersView& meters);

    std::array<Row, 5> rows;
    PushButton reset;
};

} // namespace ui
