// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Pictogram.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace ui
{

namespace
{

enum class Ink
{
    stroked,
    filled
};

/** Paths as SVG writes them. */
struct Drawing
{
    Pictogram pictogram;
    const char* path;
    Ink ink = Ink::stroked;
};

constexpr std::array drawings {
    // A pair of loudspeakers, and a head between them.
    Drawing { Pictogram::neutral,
              "M2.5 3.5h5v10h-5z M16.5 3.5h5v10h-5z M5 8.4v2.2 M19 8.4v2.2 "
              "M9.3 18.2a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0" },
    // A sound, as it is.
    Drawing { Pictogram::untouched, "M3 11v2 M6.6 8v8 M10.2 4v16 M13.8 8.5v7 M17.4 6v12 M21 10v4" },

    Drawing { Pictogram::earbuds,
              "M6 4a3.5 3.5 0 1 0 0 7h1.2V19a1.3 1.3 0 0 0 2.6 0V7.5A3.8 3.5 0 0 0 6 4z "
              "M18 4a3.5 3.5 0 1 1 0 7h-1.2V19a1.3 1.3 0 0 1 -2.6 0V7.5A3.8 3.5 0 0 1 18 4z" },
    Drawing { Pictogram::headphones,
              "M3.5 15V12a8.5 8.5 0 0 1 17 0V15 "
              "M3.5 13.5h3a1.2 1.2 0 0 1 1.2 1.2v5a1.2 1.2 0 0 1 -1.2 1.2h-1a2 2 0 0 1 -2 -2z "
              "M20.5 13.5h-3a1.2 1.2 0 0 0 -1.2 1.2v5a1.2 1.2 0 0 0 1.2 1.2h1a2 2 0 0 0 2 -2z" },
    Drawing { Pictogram::phone,
              "M8.5 2h7a2 2 0 0 1 2 2v16a2 2 0 0 1 -2 2h-7a2 2 0 0 1 -2 -2V4a2 2 0 0 1 2 -2z "
              "M10.5 4.8h3 M10.8 19.2h2.4" },
    Drawing { Pictogram::tablet,
              "M5.5 2.5h13a2 2 0 0 1 2 2v15a2 2 0 0 1 -2 2h-13a2 2 0 0 1 -2 -2v-15a2 2 0 0 1 2 -2z "
              "M10.5 18.7h3" },
    Drawing { Pictogram::laptop,
              "M6 4.5h12a1.5 1.5 0 0 1 1.5 1.5v9h-15V6a1.5 1.5 0 0 1 1.5 -1.5z "
              "M1.8 19h20.4l-2.2 -4h-16z" },
    Drawing { Pictogram::smartSpeaker,
              "M4.5 12a7.5 7.5 0 0 1 15 0v1.5a7.5 7 0 0 1 -15 0z M8.5 7.2a3.5 1.4 0 1 0 7 0"
              "a3.5 1.4 0 1 0 -7 0 M8 20.8h8" },
    Drawing { Pictogram::bluetoothSpeaker,
              "M6.5 6.5h11a5 5.5 0 0 1 0 11h-11a5 5.5 0 0 1 0 -11z M9 10v4 M12 9v6 M15 10v4" },
    Drawing { Pictogram::desktopSpeaker,
              "M7.5 3.5h9v14h-9z M12 17.5v3 M7.5 20.5h9 M9.5 12.5a2.5 2.5 0 1 0 5 0"
              "a2.5 2.5 0 1 0 -5 0 M11.2 7a.8 .8 0 1 0 1.6 0a.8 .8 0 1 0 -1.6 0" },
    Drawing { Pictogram::soundbar,
              "M3.2 9.5h17.6a1.7 1.7 0 0 1 1.7 1.7v1.6a1.7 1.7 0 0 1 -1.7 1.7h-17.6"
              "a1.7 1.7 0 0 1 -1.7 -1.7v-1.6a1.7 1.7 0 0 1 1.7 -1.7z "
              "M5 12h3.5 M15.5 12h3.5 M12 11.9v.2 M5 14.5v2 M19 14.5v2" },
    Drawing { Pictogram::tv, "M2.5 4h19v13h-19z M12 17v3 M7.5 20.5h9" },
    Drawing { Pictogram::car,
              "M3 17.2v-3.4l2.2 -1.8l1.8 -4.8a2 2 0 0 1 1.9 -1.4h6.2a2 2 0 0 1 1.9 1.4l1.8 4.8"
              "l2.2 1.8v3.4z M5.4 12h13.2 M5 17.2v2.3h2v-2.3 M17 17.2v2.3h2v-2.3 M6.4 14.6h1.8 "
              "M15.8 14.6h1.8" },
    Drawing { Pictogram::monitor,
              "M6 2.5h12v19h-12z M8.3 15.3a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0 -7.4 0 "
              "M10.4 7a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0" },
    // A mirror ball.
    Drawing { Pictogram::club,
              "M12 1.5v3 M4 12.5a8 8 0 1 0 16 0a8 8 0 1 0 -16 0 M4 12.5h16 M5.2 8.5h13.6 "
              "M5.2 16.5h13.6 M12 4.5c-5 3.5 -5 12.5 0 16 M12 4.5c5 3.5 5 12.5 0 16" },

    Drawing { Pictogram::play, "M6 3.5v17l14 -8.5z", Ink::filled },
    Drawing { Pictogram::stop, "M5 5h14v14h-14z", Ink::filled },
    Drawing { Pictogram::loop,
              "M17 2.5l3.5 3.5l-3.5 3.5 M20.5 6h-13a4 4 0 0 0 -4 4v1.5 "
              "M7 21.5l-3.5 -3.5l3.5 -3.5 M3.5 18h13a4 4 0 0 0 4 -4v-1.5" },
    Drawing { Pictogram::close, "M5.5 5.5l13 13 M18.5 5.5l-13 13" },
    Drawing { Pictogram::search, "M3.5 10.5a7 7 0 1 0 14 0a7 7 0 1 0 -14 0 M15.6 15.6l5.4 5.4" },
    Drawing { Pictogram::warning, "M12 3l10 18h-20z M12 9.5v6 M12 17.9v.4" },
    Drawing { Pictogram::note, "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0 M12 11v6 M12 7v.4" },
    Drawing { Pictogram::up, "M5 15.5l7 -7l7 7" },
    Drawing { Pictogram::down, "M5 8.5l7 7l7 -7" },
    Drawing { Pictogram::volume,
              "M3 9v6h4l5 4.5v-15l-5 4.5z M15.5 8.5a5 5 0 0 1 0 7 M18.3 5.7a9 9 0 0 1 0 12.6" },
};

} // namespace

Pictogram pictogramOf (library::DeviceKind kind)
{
    using library::DeviceKind;

    switch (kind)
    {
    case DeviceKind::earbuds:
        return Pictogram::earbuds;
    case DeviceKind::headphones:
        return Pictogram::headphones;
    case DeviceKind::phone:
        return Pictogram::phone;
    case DeviceKind::tablet:
        return Pictogram::tablet;
    case DeviceKind::laptop:
        return Pictogram::laptop;
    case DeviceKind::smartSpeaker:
        return Pictogram::smartSpeaker;
    case DeviceKind::bluetoothSpeaker:
        return Pictogram::bluetoothSpeaker;
    case DeviceKind::desktopSpeaker:
        return Pictogram::desktopSpeaker;
    case DeviceKind::soundbar:
        return Pictogram::soundbar;
    case DeviceKind::tv:
        return Pictogram::tv;
    case DeviceKind::car:
        return Pictogram::car;
    case DeviceKind::monitor:
        return Pictogram::monitor;
    case DeviceKind::club:
        return Pictogram::club;
    }

    return Pictogram::untouched;
}

void drawPictogram (juce::Graphics& graphics, Pictogram pictogram, juce::Rectangle<float> area)
{
    constexpr float grid = 24.0f;
    constexpr float strokeWidth = 1.7f;

    const auto* drawing = std::ranges::find (drawings, pictogram, &Drawing::pictogram);
    const auto scale = std::min (area.getWidth(), area.getHeight()) / grid;
    const auto corner = area.getCentre().translated (-grid * scale / 2.0f, -grid * scale / 2.0f);
    const auto place = juce::AffineTransform::scale (scale).translated (corner);
    const auto path = juce::Drawable::parseSVGPath (drawing->path);

    if (drawing->ink == Ink::filled)
        graphics.fillPath (path, place);
    else
        graphics.strokePath (
            path,
            { strokeWidth, juce::PathStrokeType::curved, juce::PathStrokeType::rounded },
            place);
}

} // namespace ui
