// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Severity.h"
#include "library/DeviceProfile.h"
#include "report/PlottedResponse.h"

#include <memory>
#include <optional>
#include <string>

namespace ui
{

enum class Readiness
{
    ready,
    preparing, ///< it can be asked for, and is heard as soon as it is there
    failed     ///< `problem` says why
};

/** Something that can be heard by one key: Neutral, Untouched, or a device. */
struct DeviceTile
{
    std::string key;                         ///< "3", "R", "`", as bound now
    std::optional<library::DeviceKind> kind; ///< none: Neutral and Untouched
    std::string name;
    std::string evidence; ///< "measured", "typical of 4 measured", "modelled below 80 Hz"
    Readiness readiness = Readiness::ready;
    std::string problem; ///< one sentence
    bool isHeard = false;
    bool isAwaited = false;        ///< asked for, and not yet heard
    std::optional<double> matchDb; ///< what the level match added
    std::optional<analysis::Severity>
        finding; ///< the worst alarm on it; none: no alarm, or not checked

    /** Drawn small; shared, so that a copy costs nothing. */
    std::shared_ptr<const report::PlottedResponse> response;

    bool operator== (const DeviceTile&) const = default;
};

} // namespace ui
