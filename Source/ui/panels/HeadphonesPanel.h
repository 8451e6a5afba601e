// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/DeviceList.h"
#include "ui/panels/DeviceSearch.h"
#include "ui/panels/PanelView.h"
#include "ui/parts/ResponsePlot.h"
#include "ui/parts/TextField.h"

namespace ui
{

/** What the listener wears, what is done about it, and where that stops being valid. It is the first
    thing that is asked, and then has no way out but an answer. */
class HeadphonesPanel final : public PanelView
{
public:
    explicit HeadphonesPanel (Actions& actions);

    void show (const MainViewState& state) override;
    int widthWanted() const override { return 1016; }
    juce::Component& firstToFocus() override { return search; }

private:
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void find();
    void pointAtWorn();
    void showCorrection();
    juce::String headline() const;

    HeadphonesView shown;
    bool hasBeenShown = false;
    juce::Rectangle<int> adviceArea;
    juce::Rectangle<int> nameArea;
    juce::Rectangle<int> validityArea;

    TextField search;
    DeviceList pairs;
    PushButton notListed;
    PushButton loudspeakers;
    ResponsePlot plot;
    PushButton above8k;
    PushButton wear;
};

} // namespace ui
