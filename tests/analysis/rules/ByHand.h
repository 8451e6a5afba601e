// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Comparison.h"

#include <cstddef>
#include <string>

namespace analysis
{

/** A comparison that a test makes by hand: a minute of silence on a phone, until it says otherwise. */
struct ByHand
{
    ByHand()
    {
        master.seconds = 60.0;
        master.loudness.integrated = units::Lufs { -14.0 };
        profile.id = "phone/any";
        profile.name = "Any phone";
        profile.kind = library::DeviceKind::phone;
        column.device = &profile;
    }

    ByHand (const ByHand&) = delete;
    ByHand& operator= (const ByHand&) = delete;

    Comparison comparison() const { return { master, norms, &column, &neutral, &device }; }

    MasterMeasures master;
    ReferenceNorms norms;
    library::DeviceProfile profile;
    Column column;
    RenderingMeasures neutral;
    RenderingMeasures device;
};

} // namespace analysis
