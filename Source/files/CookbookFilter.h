// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Hertz.h"
#include "units/SampleRate.h"

namespace files
{

/** One second-order filter of R. Bristow-Johnson's Audio EQ Cookbook, by its settings. */
struct CookbookFilter
{
    enum class Shape
    {
        peak,
        lowShelf,
        highShelf,
        lowPass,
        highPass,
        bandPass, ///< 0 dB at the centre
        notch,
        allPass
    };

    Shape shape = Shape::peak;
    double centreHz = 1000.0;
    double gainDb = 0.0; ///< of peak and shelves
    double quality = 0.7071067811865476;

    /** @param rate  of the digital filter; frequencies stay below its half. */
    double levelDbAt (units::Hertz frequency, units::SampleRate rate) const;
};

} // namespace files
