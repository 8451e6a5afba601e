// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/listening/GainReadouts.h"
#include "ui/listening/LoudnessTable.h"
#include "ui/listening/SpectrumDisplay.h"

namespace ui
{

/** What the eye is told of the sound. */
class MetersColumn final : public juce::Component
{
public:
    explicit MetersColumn (Actions& actions);

    void show (const MetersView& meters);
    void resized() override;

private:
    SpectrumDisplay spectrum;
    LoudnessTable loudness;
    GainReadouts gains;
};

} // namespace ui
