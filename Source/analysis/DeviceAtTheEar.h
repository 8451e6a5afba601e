// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "library/Catalogue.h"
#include "library/Listener.h"
#include "monitoring/EarPath.h"
#include "monitoring/OfflineDevices.h"

#include <string>
#include <vector>

namespace analysis
{

/** What a listener hears of a device, or of Neutral. */
struct DeviceAtTheEar
{
    const library::DeviceProfile* device = nullptr; ///< nullptr: Neutral
    dsp::TransferMatrix heard;                      ///< the same filter matrix that audition plays
    std::vector<std::string> notes;
};

/** What a listener hears Neutral and some devices through. */
struct DevicesAtTheEar
{
    monitoring::EarPath path;
    std::vector<DeviceAtTheEar> devices; ///< Neutral first

    /** The same, and the way from the listener's headphones to the ear behind each. */
    monitoring::OfflineDevices atEar;
};

/** @param profiles    after Neutral; up to a second for each
    @param numWorkers  threads that share the work; 0: all cores */
units::Result<DevicesAtTheEar>
devicesAtTheEar (const std::vector<const library::DeviceProfile*>& profiles,
                 const library::Listener& listener,
                 const library::Catalogue& catalogue,
                 units::SampleRate rate,
                 std::size_t numWorkers);

} // namespace analysis
