// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "report/PlottedResponse.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace ui
{

/** All that is shown of one device of the library. */
struct DeviceRow
{
    std::string id;
    std::string name;
    library::DeviceKind kind = library::DeviceKind::phone;
    library::Evidence evidence = library::Evidence::modelled;
    std::string evidenceWords; ///< as on its tile
    std::string summary;
    std::vector<report::PlottedResponse> responses;

    std::string measuredBy;             ///< source and attribution
    std::string method;                 ///< rig, method, smoothing, units
    std::string licence;                ///< "CC-BY-4.0", "not for commercial redistribution"
    std::string surroundings;           ///< "Mid-size car, parked"
    double listeningLevelDbSpl = 70.0;  ///< its usual one
    std::vector<std::string> modelled;  ///< "below 80 Hz: a closed box's roll-off"
    std::vector<std::string> uncertain; ///< "20–100 Hz: ±6 dB"
};

/** Shared and never changed: another pointer means another library. */
using DeviceRows = std::shared_ptr<const std::vector<DeviceRow>>;

struct LibraryView
{
    DeviceRows rows;                   ///< in the catalogue's order; nullptr: being read
    std::array<std::string, 9> bank;   ///< ids, by slot; empty: a free slot
    std::string auditioned;            ///< id of a device that is heard beside the bank
    std::vector<std::string> problems; ///< files that could not be read

    bool operator== (const LibraryView&) const = default;
};

} // namespace ui
