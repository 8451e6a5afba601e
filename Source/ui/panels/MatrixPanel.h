// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PanelView.h"
#include "ui/parts/Form.h"

#include <vector>

namespace ui
{

/** What of the two channels is heard, and which band alone. */
class MatrixPanel final : public PanelView
{
public:
    explicit MatrixPanel (Actions& actions);

    void show (const MainViewState& state) override;
    bool isOverEverything() const override { return false; }
    int widthWanted() const override { return 448; }
    juce::Component& firstToFocus() override { return *modes.front().button; }

private:
    struct Mode
    {
        monitoring::StereoMode mode;
        std::unique_ptr<PushButton> button;
    };

    struct Band
    {
        std::optional<monitoring::SoloBand> band; ///< none: all of them
        std::unique_ptr<PushButton> button;
    };

    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;

    std::vector<Mode> modes;
    std::vector<Band> bands;
    Form form;
};

} // namespace ui
