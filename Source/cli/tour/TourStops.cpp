// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tour/TourStops.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cli
{

namespace
{

// The quick bank's devices; where one is not in the library, its kind chooses another.
constexpr std::array<std::string_view, 10> preferred { "earbuds/airpods-pro-2",
                                                       "headphones/sony-wh-1000xm5",
                                                       "phone/phone-typical",
                                                       "laptop/laptop-typical",
                                                       "smart-speaker/homepod-mini",
                                                       "bluetooth-speaker/soundlink-revolve",
                                                       "desktop-speaker/desktop-speaker-typical",
                                                       "soundbar/bose-tv-speaker",
                                                       "car/sedan-2002-front",
                                                       "monitor/nearfield-typical" };

/** How welcome a device is on the tour: less is better. */
int rank (const library::DeviceProfile& device)
{
    if (std::ranges::find (preferred, device.id) != preferred.end())
        return 0;

    const auto evidence = device.provenance.evidence;
    return evidence == library::Evidence::classMedian || evidence == library::Evidence::classTypical
               ? 1
               : 2;
}

} // namespace

std::vector<Subject> tourStops (const library::Catalogue& catalogue)
{
    std::vector<Subject> stops { { library::Subject::untouched, nullptr },
                                 { library::Subject::neutral, nullptr } };

    for (const auto kind : library::allKinds())
    {
        const library::DeviceProfile* best = nullptr;

        for (const auto& device : catalogue.devices())
            if (device.kind == kind && (best == nullptr || rank (device) < rank (*best)))
                best = &device;

        if (best != nullptr)
            stops.push_back ({ library::Subject::device, best });
    }

    return stops;
}

} // namespace cli
