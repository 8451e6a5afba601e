// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/TransferMatrix.h"
#include "library/Catalogue.h"
#include "library/Listener.h"
#include "monitoring/EarPath.h"

#include <string>
#include <vector>

namespace analysis
{

/** What a listener hears of a device, or of Neutral: the same filter matrix that audition plays, and the way
    from the listener's headphones to the ear behind it. */
struct DeviceAtTheEar
{
    const library::DeviceProfile* device = nullptr; ///< nullptr: Neutral
    dsp::TransferMatrix heard;                      ///< as audition plays it
    dsp::TransferMatrix atEar;                      ///< heard, and on to the ear
    std::vector<std::string> notes;
};

/** What a listener hears Neutral and some devices through. */
struct DevicesAtTheEar
{
    monitoring::EarPath path;
    std::vector<DeviceAtTheEar> devices; ///< Neutral first
};

/** @param device  nullptr: Neutral. Up to a second. */
units::Result<DeviceAtTheEar> deviceAtTheEar (const library::DeviceProfile* device,
                                              const library::Listener& listener,
                                              const library::Catalogue& catalogue,
                                              const monitoring::EarPath& path);

} // namespace analysis
