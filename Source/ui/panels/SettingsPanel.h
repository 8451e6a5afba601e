// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/parts/ChoiceBox.h"
#include "ui/parts/Form.h"
#include "ui/parts/LevelSlider.h"

namespace ui
{

/** What is set once in a while. */
class SettingsPanel final : public PanelView
{
public:
    explicit SettingsPanel (Actions& actions);

    void show (const MainViewState& state) override;
    int widthWanted() const override { return 1016; }
    juce::Component& firstToFocus() override { return byLoudness; }

private:
    void connectLevels();
    void connectRest();
    void showLevels();
    void showCard();
    void layOut (juce::Rectangle<int> content) override;
    void layOutLevels (juce::Rectangle<int> column);
    void layOutCard (juce::Rectangle<int> column);
    void paintContent (juce::Graphics& graphics) override;
    juce::String cardWords() const;

    SettingsView shown;
    Theme theme = Theme::dark;
    Form left;
    Form right;

    PushButton byLoudness;
    PushButton byLufs;
    PushButton unmatched;
    PushButton natural;
    LevelSlider level;
    PushButton ownLevel;
    ChoiceBox noise;
    LevelSlider noiseTrim;
    LevelSlider cycleSeconds;
    LevelSlider cycleBars;

    ChoiceBox system;
    ChoiceBox device;
    ChoiceBox rate;
    ChoiceBox buffer;
    ChoiceBox head;
    PushButton headFile;
    PushButton above8k;
    PushButton dark;
    PushButton light;
    ChoiceBox scale;
};

} // namespace ui
