// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "library/Listener.h"
#include "units/Result.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cli
{

/** What is asked for on the command line about who listens, and where. */
struct ListenerOptions
{
    std::string listen = "headphones"; ///< headphones, loudspeakers, microphone
    std::string headphones;            ///< an id, "none", or empty: Harman over-ear 2018 assumed
    std::string head;                  ///< a SOFA file, or empty: the default head
    std::string environment;           ///< an id, "none", or empty: each device's usual one
    bool leavesTreble = false;         ///< the headphones are corrected up to 8 kHz only
};

using library::Listener;

units::Result<Listener> findListener (const ListenerOptions& options,
                                      const library::Catalogue& catalogue);

/** One thing to be heard: a device, "neutral" or "untouched". */
struct Subject
{
    library::Subject what = library::Subject::device;
    const library::DeviceProfile* device = nullptr;

    std::string id() const;   ///< "phone/…", "neutral", "untouched"
    std::string name() const; ///< "iPhone (2015 or older)", "Neutral", "Untouched"
};

/** @param ids  device ids, "neutral", "untouched", or "all" for every device. An unknown one is a
    Problem that suggests its neighbours; a repeated one counts once. */
units::Result<std::vector<Subject>> findSubjects (const std::vector<std::string>& ids,
                                                  const library::Catalogue& catalogue);

} // namespace cli
