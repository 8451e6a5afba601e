// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Panel.h"

#include "library/Listener.h"

#include <array>
#include <optional>
#include <string_view>

namespace analysis
{

namespace
{

struct Place
{
    std::string_view device;
    std::string_view noise {};
    std::optional<double> levelDbSpl =
        std::nullopt; ///< of −14 LUFS programme; else the device's own
};

// Those who drive turn it up: 5 dB, a heuristic of the library's levels.
constexpr double drivingDbSpl = 77.0;

constexpr std::array panel {
    Place { "earbuds/true-wireless-typical" },
    Place { "earbuds/airpods-pro-2" },
    Place { "earbuds/airpods-3" },
    Place { "earbuds/galaxy-buds2-pro" },
    Place { "earbuds/earpods" },
    Place { "headphones/over-ear-wireless-typical" },
    Place { "headphones/sony-wh-1000xm5" },
    Place { "phone/phone-typical" },
    Place { "phone/smartphone-2020" },
    Place { "laptop/laptop-typical" },
    Place { "laptop/macbook-2022" },
    Place { "smart-speaker/homepod-mini" },
    Place { "bluetooth-speaker/soundlink-revolve" },
    Place { "soundbar/bose-tv-speaker" },
    Place { "car/sedan-2002-front" },
    Place { "car/compact-car" },
    Place { "car/sedan-2002-front", "car-80-kmh", drivingDbSpl },
    Place { "earbuds/airpods-3", "train" },
};

} // namespace

Column columnOf (const library::DeviceProfile& device)
{
    return { &device, nullptr, library::usualListeningLevel (&device) };
}

Panel usualPanel (const library::Catalogue& catalogue)
{
    Panel result;

    for (const auto& place : panel)
    {
        const auto* device = catalogue.device (place.device);
        const auto* noise = place.noise.empty() ? nullptr : catalogue.environment (place.noise);

        if (device == nullptr || (noise == nullptr && ! place.noise.empty()))
        {
            result.notes.push_back ("This library lacks '"
                                    + std::string (device == nullptr ? place.device : place.noise)
                                    + "', which the usual panel has.");
            continue;
        }

        auto column = columnOf (*device);
        column.noise = noise;
        column.level = { place.levelDbSpl.value_or (column.level.dbSpl) };
        result.columns.push_back (column);
    }

    return result;
}

} // namespace analysis
