// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/parts/PushButton.h"

#include <memory>
#include <vector>

namespace ui
{

/** Where the waveform will be, while nothing is open. */
class Welcome final : public juce::Component
{
public:
    explicit Welcome (Actions& actions);

    void show (const std::vector<std::string>& recentFiles, const KeyBindings& keys);
    void paint (juce::Graphics& graphics) override;
    void resized() override;

private:
    static constexpr std::size_t mostRecent = 3;

    Actions& actions;
    std::vector<std::string> shown;
    PushButton open;
    PushButton demo;
    std::vector<std::unique_ptr<PushButton>> recent;
};

} // namespace ui
