// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/LibraryView.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace ui
{

/** Who measured a device, and what of it is not measured. Scrolls where it is long. */
class DeviceDetails final : public juce::Component
{
public:
    DeviceDetails();

    void show (const DeviceRow* row);
    void resized() override;
    void paintOverChildren (juce::Graphics& graphics) override;

private:
    /** The lines themselves, as high as they need to be. */
    class Sheet final : public juce::Component
    {
    public:
        struct Entry
        {
            juce::String label;
            juce::String text;
        };

        std::vector<Entry> entries;

        int heightFor (int width) const;
        void paint (juce::Graphics& graphics) override;
    };

    Sheet sheet;
    juce::Viewport view;
};

} // namespace ui
