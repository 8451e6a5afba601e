// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Palette.h"

namespace ui
{

Palette paletteOf (Theme theme)
{
    using juce::Colour;

    if (theme == Theme::dark)
        return { Colour { 0xff0f1113 }, Colour { 0xff181b1e }, Colour { 0xff24282c },
                 Colour { 0xff2f3439 }, Colour { 0xff2c3136 }, Colour { 0xff6a727a },
                 Colour { 0xfff2f3f1 }, Colour { 0xffa9b0b6 }, Colour { 0xff4d545b },
                 Colour { 0xfff5a524 }, Colour { 0xff15100a }, Colour { 0xfff5a524 } };

    return { Colour { 0xffeeeeeb }, Colour { 0xfffbfbf9 }, Colour { 0xffe6e6e2 },
             Colour { 0xffd9d9d4 }, Colour { 0xffd2d2cc }, Colour { 0xff83847e },
             Colour { 0xff16181a }, Colour { 0xff53585c }, Colour { 0xffb4b5ae },
             Colour { 0xfff5a524 }, Colour { 0xff15100a }, Colour { 0xffa45f00 } };
}

} // namespace ui
