// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/DeviceDetails.h"
#include "ui/panels/DeviceList.h"
#include "ui/panels/DeviceSearch.h"
#include "ui/panels/PanelView.h"
#include "ui/parts/ResponsePlot.h"
#include "ui/parts/TextField.h"

#include <array>

namespace ui
{

/** All devices: found by words, kind and evidence; heard by Return, and put on a key. */
class LibraryPanel final : public PanelView
{
public:
    explicit LibraryPanel (Actions& actions);

    void show (const MainViewState& state) override;
    int widthWanted() const override { return 1016; }
    juce::Component& firstToFocus() override { return search; }

private:
    void layOut (juce::Rectangle<int> content) override;
    void paintContent (juce::Graphics& graphics) override;
    void fillFilters();
    void find();
    void point (const DeviceRow& row);
    void showKeys();
    juce::String keyOf (const DeviceRow& row) const;

    LibraryView shown;
    juce::String countWords;
    juce::Rectangle<int> countArea;
    juce::Rectangle<int> nameArea;
    juce::Rectangle<int> keysLabelArea;

    TextField search;
    juce::ComboBox kind;
    juce::ComboBox evidence;
    DeviceList devices;
    ResponsePlot plot;
    DeviceDetails details;
    PushButton listen;
    std::array<std::unique_ptr<PushButton>, MainViewState::bankSize> keys;
};

} // namespace ui
