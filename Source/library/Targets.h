// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "units/Result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace library
{

/** The published anchor curves: ir_library/targets/<id>.json.

    Targets: "harman-over-ear-2018", "autoeq-in-ear-bass" (AutoEq in-ear + 8 dB shelf at 105 Hz), …
    Diffuse fields at the drum reference point: "diffuse-field-<rig>", for rigs that have one.
*/
class Targets
{
public:
    static units::Result<Targets> read (const std::filesystem::path& folder);

    const dsp::FrequencyResponse* find (std::string_view id) const;

    /** D_rig, or nullptr for a rig without a table. gras43ag, kemar and kb50xx have their own rules. */
    const dsp::FrequencyResponse* diffuseField (std::string_view rig) const;

private:
    std::map<std::string, dsp::FrequencyResponse, std::less<>> curves;
};

} // namespace library
