// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/ImportRequest.h"
#include "library/Targets.h"
#include "units/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace library
{

/** A device made of a measurement, and everything that was understood or assumed on the way. */
struct ImportOutcome
{
    DeviceProfile profile;
    std::filesystem::path deviceFile;  ///< empty until it is written
    std::filesystem::path impulseFile; ///< empty: none was kept
    std::vector<std::string> notes;
};

/** "SoundLink Revolve+" → "soundlink-revolve-plus". */
std::string idFromName (std::string_view name);

/** The device without writing anything.
    @param targets  needed only for a bass splice that subtracts one */
units::Result<ImportOutcome> deviceFromMeasurement (const ImportRequest& request,
                                                    const Targets& targets);

/** Makes the device and writes <library>/<kind>/<id>.json (non-free/<kind> where the licence wants
    it), and the impulse response as WAV beside it. Nothing is left behind when it fails. */
units::Result<ImportOutcome> importMeasurement (const ImportRequest& request,
                                                const Targets& targets = {});

} // namespace library
