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
    /** @param folder  a library's "targets" folder; without one there are no targets */
    static units::Result<Targets> read (const std::filesystem::path& folder);

    /** Replaces a curve of the same id. */
    void add (std::string id, dsp::FrequencyResponse curve);

    /** Curves of another library whose ids are new here. */
    void addMissing (const Targets& others)
    {
        curves.insert (others.curves.begin(), others.curves.end());
    }

    const dsp::FrequencyResponse* find (std::string_view id) const;

    /** D_rig, or nullptr for a rig without a table. Rigs with a KEMAR's ears (gras43ag, kb50xx) or its
        ear simulator (iec711) share the KEMAR's. */
    const dsp::FrequencyResponse* diffuseField (std::string_view rig) const;

private:
    std::map<std::string, dsp::FrequencyResponse, std::less<>> curves;
};

} // namespace library
