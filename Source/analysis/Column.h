// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/ListeningEnvironment.h"
#include "units/SoundPressure.h"

#include <string>

namespace analysis
{

/** What one verdict is about: a device where it is usually heard, or with the noise of a place. Borrows
    from the catalogue. */
struct Column
{
    const library::DeviceProfile* device = nullptr;
    const library::ListeningEnvironment* noise = nullptr; ///< nullptr: quiet
    units::SoundPressureLevel level { 73.0 };             ///< of −14 LUFS programme at the ear

    std::string id() const;   ///< "car/sedan-2002-front", "car/sedan-2002-front@car-80-kmh"
    std::string kind() const; ///< "car/*", "car/*@car-80-kmh": for what holds for the kind
    std::string name() const; ///< "Sedan (2002), front", "…, Car at 80 km/h"
};

} // namespace analysis
