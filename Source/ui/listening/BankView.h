// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"
#include "ui/listening/TileButton.h"
#include "ui/parts/PushButton.h"

#include <array>
#include <memory>

namespace ui
{

/** What can be heard by one key: left Neutral and Untouched, and below them the ways to everything
    else; right the bank. */
class BankView final : public juce::Component
{
public:
    explicit BankView (Actions& actions);

    void show (const MainViewState& state);
    void resized() override;

private:
    void showDoors (const MainViewState& state);
    void layOutColumn (juce::Rectangle<int> column);

    TileButton neutral;
    TileButton untouched;
    PushButton library;
    PushButton references;
    PushButton matrix;
    std::array<std::unique_ptr<TileButton>, MainViewState::bankSize> tiles;
};

} // namespace ui
