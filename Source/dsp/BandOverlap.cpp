// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/BandOverlap.h"

#include "dsp/NarrowBands.h"

#include <algorithm>
#include <cmath>

namespace dsp
{

std::vector<BandOverlap> narrowBandOverlaps (units::SampleRate rate, std::size_t transformSize)
{
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (transformSize);
    const std::size_t lastBin = transformSize / 2;
    std::vector<BandOverlap> overlaps (narrow_bands::count);

    for (std::size_t band = 0; band < overlaps.size(); ++band)
    {
        const double low = narrow_bands::edgeHz (band);
        const double high = narrow_bands::edgeHz (band + 1);

        for (auto bin = static_cast<std::size_t> (std::lround (low / binHz)); bin <= lastBin; ++bin)
        {
            const double centre = static_cast<double> (bin) * binHz;
            const double inside = std::min (high, centre + 0.5 * binHz)
                                  - std::max (low, centre - 0.5 * binHz);

            if (inside <= 0.0)
                break;

            overlaps[band].push_back ({ bin, inside / binHz });
        }
    }

    return overlaps;
}

} // namespace dsp
