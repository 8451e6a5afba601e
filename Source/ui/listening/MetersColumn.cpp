// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/MetersColumn.h"

namespace ui
{

MetersColumn::MetersColumn (Actions& actions) : loudness (actions)
{
    setTitle ("Meters");
    addAndMakeVisible (spectrum);
    addAndMakeVisible (loudness);
    addAndMakeVisible (gains);
}

void MetersColumn::show (const MetersView& meters)
{
    spectrum.show (meters);
    loudness.show (meters);
    gains.show (meters);
}

void MetersColumn::resized()
{
    auto area = getLocalBounds();
    gains.setBounds (area.removeFromBottom (GainReadouts::heightNeeded));
    loudness.setBounds (area.removeFromBottom (LoudnessTable::heightNeeded));
    area.removeFromBottom (12);
    spectrum.setBounds (area);
}

} // namespace ui
