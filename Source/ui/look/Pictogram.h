// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"

#include <juce_graphics/juce_graphics.h>

#include <optional>

namespace ui
{

/** A line drawing, on a grid of 24 × 24. */
enum class Pictogram
{
    neutral,
    untouched,
    earbuds,
    headphones,
    phone,
    tablet,
    laptop,
    smartSpeaker,
    bluetoothSpeaker,
    desktopSpeaker,
    soundbar,
    tv,
    car,
    monitor,
    club,

    play,
    stop,
    loop,
    close,
    search,
    warning,
    note,
    up,
    down,
    volume
};

Pictogram pictogramOf (library::DeviceKind kind);

/** In the middle of the area, as large as it allows, in the graphics' colour. */
void drawPictogram (juce::Graphics& graphics, Pictogram pictogram, juce::Rectangle<float> area);

} // namespace ui
