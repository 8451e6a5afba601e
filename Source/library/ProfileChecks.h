// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/Licences.h"
#include "units/Problem.h"

#include <filesystem>
#include <vector>

namespace library
{

/** Is this profile plausible and complete in itself? Levels finite, in range, without cliffs, 0 dB on
    average from 300 to 1200 Hz; usable band inside the data and covered by uncertainties; evidence,
    fold, coupling and transducers consistent; licence known and attributed.

    @returns every Problem; `where` is the profile's file and the JSON pointer */
std::vector<units::Problem> checkProfile (const DeviceProfile& device);

/** Does its place in a library fit its id, its kind and its licence? */
std::vector<units::Problem> checkPlace (const DeviceProfile& device,
                                        const std::filesystem::path& library);

} // namespace library
